package org.backprop.views.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

import org.backprop.runlog.compare.Comparison;
import org.backprop.runlog.compare.Comparison.MetricRow;
import org.backprop.views.Figures;
import org.backprop.views.RunFacts;
import org.backprop.views.compare.RunColumnsTable.Row;
import org.eclipse.osgi.util.NLS;

/** The rows of both tables. */
final class Rows {
    private static final String BEST = "\u2605 ";

    private Rows() {}

    /** State, epochs and time, then the best and the last value of each metric. */
    static List<Row> metrics(Comparison comparison) {
        Instant now = Instant.now();
        List<RunFacts> facts =
                comparison.runs().stream().map(run -> RunFacts.of(run, now)).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(row(Messages.row_state, facts, RunFacts::state));
        rows.add(row(Messages.row_epochs, facts, Figures::epochs));
        rows.add(row(
                Messages.row_duration,
                facts,
                run -> run.duration().map(Figures::duration).orElse("")));
        for (MetricRow metric : comparison.metrics()) {
            rows.add(new Row(NLS.bind(Messages.row_best, metric.tag()), best(metric), metric.winners()));
        }
        for (MetricRow metric : comparison.metrics()) {
            rows.add(new Row(
                    NLS.bind(Messages.row_last, metric.tag()),
                    metric.last().stream().map(Figures::loss).toList(),
                    Set.of()));
        }
        return rows;
    }

    /** The best of all has a star too, as bold letters alone are easily missed. */
    private static List<String> best(MetricRow metric) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < metric.best().size(); i++) {
            OptionalDouble value = metric.best().get(i);
            cells.add((metric.winners().contains(i) ? BEST : "") + Figures.loss(value));
        }
        return cells;
    }

    private static Row row(String title, List<RunFacts> facts, Function<RunFacts, String> text) {
        return new Row(title, facts.stream().map(text).toList(), Set.of());
    }

    /** What the configurations do not share. */
    static List<Row> differences(Comparison comparison) {
        return comparison.differences().stream()
                .map(difference -> new Row(
                        difference.path(),
                        difference.values().stream()
                                .map(value -> value.orElse("\u2013"))
                                .toList(),
                        Set.of()))
                .toList();
    }
}
