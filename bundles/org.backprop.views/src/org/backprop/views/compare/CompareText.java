package org.backprop.views.compare;

import java.util.List;

import org.backprop.runlog.compare.Comparison.MetricRow;
import org.backprop.runlog.compare.Hyperparameters;
import org.backprop.runlog.compare.ParallelAxis;
import org.backprop.views.Figures;

/** The drawings as text that a spreadsheet understands. */
final class CompareText {
    private CompareText() {}

    /** A line for each point: run, epoch, value. */
    static String curves(Shown shown) {
        StringBuilder text =
                new StringBuilder("run\tepoch\t").append(shown.metric()).append('\n');
        for (Curve curve : shown.curves()) {
            for (int i = 0; i < curve.x().length; i++) {
                text.append(curve.name())
                        .append('\t')
                        .append(curve.x()[i])
                        .append('\t')
                        .append((float) curve.y()[i])
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** A line for each chosen run with its values on all axes. */
    static String parallel(Shown shown, ParallelCanvas canvas) {
        List<String> paths = shown.axes().stream().map(ParallelAxis::title).toList();
        StringBuilder text =
                new StringBuilder("run\t").append(String.join("\t", paths)).append('\n');
        for (int run = 0; run < shown.names().size(); run++) {
            if (canvas.isChosen(run)) {
                text.append(shown.names().get(run));
                for (String path : paths) {
                    text.append('\t').append(value(shown, run, path));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String value(Shown shown, int run, String path) {
        return shown.comparison().metrics().stream()
                .filter(row -> row.tag().equals(path))
                .findFirst()
                .map(row -> best(row, run))
                .orElseGet(() -> Hyperparameters.of(shown.comparison().runs().get(run))
                        .endingWith(path)
                        .orElse(""));
    }

    private static String best(MetricRow row, int run) {
        return Figures.loss(row.best().get(run));
    }
}
