package org.backprop.views.gradients;

import java.util.Arrays;
import java.util.List;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.views.images.Cells;
import org.eclipse.osgi.util.NLS;

/**
 * A quantity of all layers over time: a row for each layer, the first at the top; each column is an equal part of the steps.
 * A cell is the mean of what was recorded in its part, or the value before.
 */
public final class HeatGrid implements Cells {
    private final Quantity quantity;
    private final Span span;
    private final List<LayerRow> rows;
    private final int columns;
    private final float[] means;
    private final double low;
    private final double high;

    /**
     * Projects a quantity.
     *
     * @param columns at least 1
     */
    HeatGrid(RunSnapshot run, List<LayerRow> rows, Quantity quantity, Span span, int columns) {
        this.quantity = quantity;
        this.span = span;
        this.rows = rows;
        this.columns = columns;
        means = new float[rows.size() * columns];
        Arrays.fill(means, Float.NaN);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows.size(); row++) {
            fill(run.scalar(quantity.tag(rows.get(row).name())), row * columns);
        }
        for (float mean : means) {
            double place = quantity.onAxis(mean);
            if (Double.isFinite(place)) {
                least = Math.min(least, place);
                most = Math.max(most, place);
            }
        }
        low = quantity.isShare() ? 0 : least;
        high = quantity.isShare() ? Math.max(1, most) : most;
    }

    private void fill(Series series, int at) {
        double[] sums = new double[columns];
        double[] weights = new double[columns];
        int end = series.firstAtOrAfter(span.last() + 1);
        int begin = Math.max(0, series.firstAtOrAfter(span.first() + 1) - 1);
        double steps = (double) span.last() - span.first() + 1;
        for (int i = begin; i < end; i++) {
            int column = (int) Math.max(0, (series.step(i) - span.first()) / steps * columns);
            if (Float.isFinite(series.mean(i))) {
                sums[column] += series.mean(i) * series.weight(i);
                weights[column] += series.weight(i);
            }
        }
        for (int i = 0; i < held(series, end) / steps * columns && i < columns; i++) {
            float before = i == 0 ? Float.NaN : means[at + i - 1];
            means[at + i] = weights[i] > 0 ? (float) (sums[i] / weights[i]) : before;
        }
    }

    /** Steps of the range up to which the last value holds: as many as lie between it and the one before. */
    private double held(Series series, int end) {
        if (end == 0) {
            return 0;
        }
        long last = series.step(end - 1);
        long interval = end == 1 ? 1 : Math.max(1, last - series.step(end - 2));
        return (double) last - span.first() + interval;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows.size();
    }

    @Override
    public float at(int column, int row) {
        double place = quantity.onAxis(means[row * columns + column]);
        if (Double.isNaN(place)) {
            return Float.NaN;
        }
        return high > low ? (float) Math.clamp((place - low) / (high - low), 0, 1) : Double.isFinite(place) ? 1 : 0;
    }

    /** Mean of a cell; NaN if nothing was recorded. */
    float value(int column, int row) {
        return means[row * columns + column];
    }

    /** Where a step lies between the columns, of which the first begins at 0. */
    double place(double step) {
        return (step - span.first()) * columns / (span.last() - span.first() + 1.0);
    }

    /** First step of a column. */
    long step(int column) {
        return span.first() + (long) Math.ceil((double) column * (span.last() - span.first() + 1) / columns);
    }

    /** The layers, a row each. */
    List<LayerRow> layers() {
        return rows;
    }

    Quantity quantity() {
        return quantity;
    }

    /** Place on the axis of the lightest shade; infinite without values. */
    double low() {
        return low;
    }

    /** Place on the axis of the darkest shade; infinite without values. */
    double high() {
        return high;
    }

    boolean isEmpty() {
        return !(high >= low);
    }

    /** What a cell shows, for people. */
    public String describe(int column, int row) {
        float value = value(column, row);
        String text = Float.isNaN(value) ? Messages.heat_none : quantity.text(value);
        return NLS.bind(Messages.heat_cell, new Object[] {rows.get(row).name(), step(column), quantity.title(), text});
    }
}
