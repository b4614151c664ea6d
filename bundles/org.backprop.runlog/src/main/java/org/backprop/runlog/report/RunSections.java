package org.backprop.runlog.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.compare.Direction;
import org.backprop.runlog.compare.Metrics;
import org.backprop.runlog.diagnosis.Diagnosis;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/** What a report says of one run beside its charts. */
final class RunSections {
    private final Markup page;
    private final RunSnapshot run;
    private final Instant now;

    RunSections(Markup page, RunSnapshot run, Instant now) {
        this.page = page;
        this.run = run;
        this.now = now;
    }

    /** State, size and time. */
    void writeSummary() {
        page.open("table");
        row("State", state(run));
        run.info().flatMap(RunInfo::message).ifPresent(message -> row("Message", message));
        run.info().ifPresent(info -> {
            row("Started", Figures.time(info.start()));
            duration(run, now).ifPresent(time -> row("Duration", Figures.duration(time)));
            row("Epochs", run.epochs() + " of " + info.plan().epochs());
            row("Steps", String.format(Locale.ROOT, "%,d", run.lastStep().orElse(0L)));
            row(
                    "Trainable parameters",
                    String.format(Locale.ROOT, "%,d", info.plan().parameters()));
            info.trial().ifPresent(trial -> row("Sweep", trial.sweep() + ", trial " + trial.trial()));
        });
        page.close();
    }

    /** The best and the last value of each metric. */
    void writeMetrics() {
        List<String> tags = Metrics.tags(List.of(run));
        if (tags.isEmpty()) {
            return;
        }
        page.element("h2", "Metrics");
        page.open("table").open("tr").element("th", "Metric");
        page.element("th", "Best", "class", "n")
                .element("th", "Last", "class", "n")
                .close();
        for (String tag : tags) {
            Series series = run.scalar(tag);
            page.open("tr").element("td", tag);
            page.element("td", Figures.number(Metrics.best(series, Direction.of(tag))), "class", "n");
            page.element("td", Figures.number(Metrics.last(series)), "class", "n")
                    .close();
        }
        page.close();
    }

    /** What is wrong with the run, as far as its record shows it. */
    void writeDiagnosis() {
        List<Finding> findings = Diagnosis.of(run).findings();
        if (findings.isEmpty()) {
            return;
        }
        page.element("h2", "Diagnosis").open("table").open("tr");
        List.of("Finding", "Since step", "What to do").forEach(title -> page.element("th", title));
        page.close();
        for (Finding finding : findings) {
            page.open("tr").element("td", finding.message()).element("td", finding.firstStep(), "class", "n");
            page.element("td", finding.remedy()).close();
        }
        page.close();
    }

    /** The model file as it was. */
    void writeConfiguration() {
        run.info().ifPresent(info -> {
            page.element("h2", "Configuration");
            page.element("p", info.model().file(), "class", "note");
            page.element("pre", info.model().text());
            page.open("details").element("summary", "Resolved configuration with all defaults");
            page.element("pre", info.configurationText()).close();
        });
    }

    /** All that is needed to repeat the run. */
    void writeProvenance() {
        page.element("h2", "Provenance").open("table");
        row("Run folder", run.folder());
        run.info().ifPresent(info -> {
            Environment environment = info.environment();
            row("Seed", info.seed());
            row("Device", environment.device());
            row("Backend", environment.backend() + ", threads: " + environment.threads());
            for (Map.Entry<String, String> version : environment.versions().entrySet()) {
                row("Version of " + version.getKey(), version.getValue());
            }
            row("Model file, SHA-256", info.model().sha256());
            row("Command", String.join(" ", environment.command()));
            row(
                    "Trainer",
                    "process " + info.process().pid() + " on " + info.process().host());
        });
        page.close();
        run.problems().forEach(problem -> page.element("p", "Problem: " + problem, "class", "note"));
    }

    /** The commands that were given in flight. */
    void writeJournal() {
        if (run.journal().isEmpty()) {
            return;
        }
        page.element("h2", "Commands in flight").open("table").open("tr");
        List.of("Time", "Step", "Command", "Before", "After", "By").forEach(title -> page.element("th", title));
        page.close();
        for (JournalEntry entry : run.journal()) {
            page.open("tr").element("td", Figures.time(entry.time())).element("td", entry.step(), "class", "n");
            page.element("td", entry.command()).element("td", entry.oldValue().orElse(""));
            page.element("td", entry.newValue().orElse(""))
                    .element("td", entry.who())
                    .close();
        }
        page.close();
    }

    private void row(String name, Object value) {
        page.open("tr").element("th", name, "scope", "row").element("td", value).close();
    }

    static String state(RunSnapshot run) {
        String name = run.outcome().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Empty for a run that disappeared: nobody knows when. */
    static Optional<Duration> duration(RunSnapshot run, Instant now) {
        return run.info()
                .flatMap(info -> (run.outcome() == Outcome.RUNNING ? Optional.of(now) : info.end()).map(info::until));
    }
}
