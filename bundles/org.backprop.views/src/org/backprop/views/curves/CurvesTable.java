package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.Tags;

/** Curves as text that a spreadsheet understands: columns divided by tabs, a row for each step. */
public final class CurvesTable {
    private CurvesTable() {}

    private record Column(String title, Series series) {}

    /**
     * The table with a header; a cell is empty where nothing was recorded for the step.
     *
     * @param tags the curves; that of the epoch comes first, if it was recorded
     */
    public static String of(List<RunSnapshot> runs, Collection<String> tags) {
        List<Column> columns = columns(runs, tags);
        TreeSet<Long> steps = new TreeSet<>();
        for (Column column : columns) {
            for (int i = 0; i < column.series().size(); i++) {
                steps.add(column.series().step(i));
            }
        }
        StringBuilder text = new StringBuilder("step\t")
                .append(columns.stream().map(Column::title).collect(Collectors.joining("\t")))
                .append('\n');
        for (long step : steps) {
            text.append(step).append('\t');
            text.append(
                    columns.stream().map(column -> cell(column.series(), step)).collect(Collectors.joining("\t")));
            text.append('\n');
        }
        return text.toString();
    }

    /** The same with remarks below: whether curves are reduced, and what happened meanwhile. */
    static String withRemarks(Shown shown) {
        StringBuilder text = new StringBuilder(of(shown.runs(), shown.tags()));
        if (columns(shown.runs(), shown.tags()).stream()
                .anyMatch(column -> column.series().isReduced())) {
            text.append(Messages.table_reduced).append('\n');
        }
        shown.marks().forEach(mark -> text.append(mark.text()).append('\n'));
        return text.toString();
    }

    private static List<Column> columns(List<RunSnapshot> runs, Collection<String> tags) {
        LineNames names = new LineNames(runs);
        List<Column> columns = new ArrayList<>();
        for (RunSnapshot run : runs) {
            List<String> all = new ArrayList<>(tags);
            all.remove(Tags.EPOCH);
            all.addFirst(Tags.EPOCH);
            for (String tag : all) {
                if (!run.scalar(tag).isEmpty()) {
                    columns.add(new Column(runs.size() > 1 ? names.of(run) + " " + tag : tag, run.scalar(tag)));
                }
            }
        }
        return columns;
    }

    private static String cell(Series series, long step) {
        int index = series.firstAtOrAfter(step);
        return index < series.size() && series.step(index) == step ? Float.toString(series.value(index)) : "";
    }
}
