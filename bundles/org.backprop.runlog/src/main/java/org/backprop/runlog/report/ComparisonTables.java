package org.backprop.runlog.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.backprop.runlog.compare.Comparison;
import org.backprop.runlog.compare.Comparison.Difference;
import org.backprop.runlog.compare.Comparison.MetricRow;
import org.backprop.runlog.run.RunSnapshot;

/** Tables with a column for each run. */
final class ComparisonTables {
    private final Markup page;
    private final Comparison comparison;
    private final List<String> names;

    ComparisonTables(Markup page, Comparison comparison, List<String> names) {
        this.page = page;
        this.comparison = comparison;
        this.names = names;
    }

    /** State, epochs and time of each run. */
    void writeSummary(Instant now) {
        List<RunSnapshot> runs = comparison.runs();
        begin("");
        row("State", runs.stream().map(RunSections::state).toList());
        row("Epochs", runs.stream().map(run -> Integer.toString(run.epochs())).toList());
        row(
                "Duration",
                runs.stream()
                        .map(run -> RunSections.duration(run, now)
                                .map(Figures::duration)
                                .orElse("\u2013"))
                        .toList());
        row(
                "Device",
                runs.stream()
                        .map(run -> run.info()
                                .map(info -> info.environment().device())
                                .orElse("\u2013"))
                        .toList());
        end();
    }

    /** The best value of each metric; the best of all runs stands out. */
    void writeMetrics() {
        page.element("h2", "Metrics");
        page.element("p", "The best value that each run reached; a star marks the best of all.", "class", "note");
        begin("Metric");
        for (MetricRow metric : comparison.metrics()) {
            page.open("tr").element("th", metric.tag(), "scope", "row");
            Set<Integer> winners = metric.winners();
            for (int i = 0; i < names.size(); i++) {
                String style = winners.contains(i) ? "n best" : "n";
                page.element("td", Figures.number(metric.best().get(i)), "class", style);
            }
            page.close();
        }
        end();
    }

    /** What the configurations do not share. */
    void writeDifferences() {
        page.element("h2", "Differences in configuration");
        if (comparison.differences().isEmpty()) {
            page.element("p", "The configurations are the same.", "class", "note");
            return;
        }
        begin("Path");
        for (Difference difference : comparison.differences()) {
            row(
                    difference.path(),
                    difference.values().stream()
                            .map(value -> value.orElse("\u2013"))
                            .toList());
        }
        end();
    }

    private void begin(String corner) {
        page.open("div", "class", "wide").open("table").open("tr").element("th", corner);
        names.forEach(name -> page.element("th", name, "scope", "col"));
        page.close();
    }

    private void row(String title, List<String> cells) {
        page.open("tr").element("th", title, "scope", "row");
        cells.forEach(cell -> page.element("td", cell));
        page.close();
    }

    private void end() {
        page.close().close();
    }
}
