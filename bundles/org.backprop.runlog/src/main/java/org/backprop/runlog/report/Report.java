package org.backprop.runlog.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import org.backprop.runlog.compare.Comparison;
import org.backprop.runlog.compare.RunNames;
import org.backprop.runlog.run.RunSnapshot;

/**
 * One or more runs as an HTML document: a single file without scripts that loads nothing, readable on a light and on a
 * dark screen and on paper.
 */
public final class Report {
    private final Markup page = new Markup();
    private final Instant now;

    private Report(Instant now) {
        this.now = now;
    }

    /**
     * The document.
     *
     * @param runs at least one; more than one are compared
     * @param now when the report is made, which ends the time of a run under way
     */
    public static String of(List<RunSnapshot> runs, Instant now) {
        Report report = new Report(now);
        if (runs.size() == 1) {
            report.write(runs.getFirst());
        } else {
            report.compare(runs);
        }
        return report.page.toString();
    }

    private void write(RunSnapshot run) {
        begin(run.name());
        RunSections sections = new RunSections(page, run, now);
        sections.writeSummary();
        sections.writeMetrics();
        sections.writeDiagnosis();
        page.element("h2", "Curves");
        new Charts(page).draw(run);
        new ConfusionTables(page).write(run);
        sections.writeJournal();
        sections.writeConfiguration();
        sections.writeProvenance();
        end();
    }

    private void compare(List<RunSnapshot> runs) {
        List<String> names = RunNames.of(runs);
        begin(runs.size() + " runs compared");
        ComparisonTables tables = new ComparisonTables(page, Comparison.of(runs), names);
        tables.writeSummary(now);
        tables.writeMetrics();
        page.element("h2", "Curves");
        new Charts(page).draw(runs, names);
        tables.writeDifferences();
        page.element("h2", "Runs");
        for (int i = 0; i < runs.size(); i++) {
            RunSections sections = new RunSections(page, runs.get(i), now);
            page.open("details").element("summary", names.get(i));
            sections.writeSummary();
            sections.writeDiagnosis();
            sections.writeJournal();
            sections.writeConfiguration();
            sections.writeProvenance();
            page.close();
        }
        end();
    }

    private void begin(String title) {
        page.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title + " - Backprop").style(css()).close();
        page.open("body").element("h1", title);
    }

    private void end() {
        page.element("p", "Made with Backprop, " + Figures.time(now) + ".", "class", "note");
        page.close().close();
    }

    private static String css() {
        try (InputStream css = Report.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
