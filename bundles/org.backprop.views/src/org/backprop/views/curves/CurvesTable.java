package org.backprop.views.curves;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.Tags;

/** The curves of a run as text that a spreadsheet understands: columns divided by tabs, a row for each step. */
public final class CurvesTable {
    private static final List<String> COLUMNS =
            List.of(Tags.EPOCH, Tags.TRAIN_LOSS, Tags.VALIDATION_LOSS, Tags.TRAIN_ACCURACY, Tags.VALIDATION_ACCURACY);

    private CurvesTable() {}

    /** The table with a header; a cell is empty where nothing was recorded for the step. */
    public static String of(RunSnapshot run) {
        List<String> columns =
                COLUMNS.stream().filter(tag -> !run.scalar(tag).isEmpty()).toList();
        TreeSet<Long> steps = new TreeSet<>();
        for (String column : columns) {
            Series series = run.scalar(column);
            for (int i = 0; i < series.size(); i++) {
                steps.add(series.step(i));
            }
        }
        StringBuilder text =
                new StringBuilder("step\t").append(String.join("\t", columns)).append('\n');
        for (long step : steps) {
            text.append(step).append('\t');
            text.append(columns.stream().map(tag -> cell(run.scalar(tag), step)).collect(Collectors.joining("\t")));
            text.append('\n');
        }
        if (columns.stream().anyMatch(tag -> run.scalar(tag).isReduced())) {
            text.append(Messages.table_reduced).append('\n');
        }
        Mark.of(run).forEach(mark -> text.append(mark.text()).append('\n'));
        return text.toString();
    }

    private static String cell(Series series, long step) {
        int index = series.firstAtOrAfter(step);
        return index < series.size() && series.step(index) == step ? Float.toString(series.value(index)) : "";
    }
}
