package org.backprop.views.runs;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.backprop.runlog.compare.Metrics;
import org.backprop.views.Figures;
import org.backprop.views.tables.Column;

/**
 * A column of the Runs view.
 *
 * @param id what it is kept as between sessions
 * @param tip what its values are
 * @param column how it looks
 */
record RunColumn(String id, String tip, Column<RunRow> column) {
    private static final String PARAMETER = "parameter:";
    private static final String BEST = "best:";
    private static final String LAST = "last:";
    private static final int WIDTH = 110;

    /** The column of a hyperparameter. */
    static RunColumn parameter(String path) {
        Function<RunRow, String> text = row -> row.texts().parameters().at(path).orElse("");
        return value(PARAMETER + path, path.substring(path.lastIndexOf('.') + 1), path, text);
    }

    /** The column of the best value of a metric. */
    static RunColumn best(String tag) {
        return number(BEST + tag, tag, Messages.column_bestTip, row -> Metrics.best(row.run(), tag));
    }

    /** The column of the last value of a curve. */
    static RunColumn last(String tag) {
        return number(
                LAST + tag,
                tag,
                Messages.column_lastTip,
                row -> Metrics.last(row.run().scalar(tag)));
    }

    /** The column of an id; null if there is none. */
    static RunColumn of(String id) {
        if (id.startsWith(PARAMETER)) {
            return parameter(id.substring(PARAMETER.length()));
        }
        if (id.startsWith(BEST)) {
            return best(id.substring(BEST.length()));
        }
        if (id.startsWith(LAST)) {
            return last(id.substring(LAST.length()));
        }
        return RunColumns.FIXED.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** A column whose texts are sorted as numbers where they are numbers. */
    static RunColumn value(String id, String title, String tip, Function<RunRow, String> text) {
        return new RunColumn(id, tip, new Column<>(title, WIDTH, false, text, byValue(text)));
    }

    private static RunColumn number(String id, String tag, String tip, Function<RunRow, OptionalDouble> value) {
        Comparator<RunRow> order = Comparator.comparing(row -> value.apply(row).orElse(Double.NEGATIVE_INFINITY));
        return new RunColumn(
                id, tip, new Column<>(tag, WIDTH + 30, true, row -> Figures.loss(value.apply(row)), order));
    }

    /** Empty texts first, then numbers by size, then texts. */
    private static Comparator<RunRow> byValue(Function<RunRow, String> text) {
        return Comparator.<RunRow, Double>comparing(row -> number(text.apply(row)))
                .thenComparing(text);
    }

    private static double number(String text) {
        if (text.isEmpty()) {
            return Double.NEGATIVE_INFINITY;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
