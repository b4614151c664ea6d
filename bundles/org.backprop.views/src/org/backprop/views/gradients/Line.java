package org.backprop.views.gradients;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

import org.backprop.runlog.series.Downsampler;
import org.backprop.runlog.series.Series;

/**
 * A curve, ready to be drawn.
 *
 * @param name what it shows
 * @param layer index of the layer; -1 for none
 * @param x steps, ascending
 * @param y places on the axis of the quantity, finite
 */
public record Line(String name, int layer, double[] x, double[] y) {
    /** Below the least value, where zeros are drawn on a logarithmic axis. */
    private static final double BELOW = 0.4;

    /** The part of a curve within a range, least and greatest of each column. Zeros are negative infinity if logarithmic. */
    static Line of(String name, int layer, Series series, Quantity quantity, Span span, int columns) {
        Series reduced =
                series.isEmpty() ? series : Downsampler.minMax(series, span.first(), span.last(), Math.max(1, columns));
        double[] x = new double[reduced.size()];
        double[] y = new double[reduced.size()];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (Float.isFinite(reduced.value(i))) {
                x[count] = reduced.step(i);
                y[count++] = quantity.onAxis(reduced.value(i));
            }
        }
        return new Line(name, layer, Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    boolean isEmpty() {
        return x.length == 0;
    }

    /** Adds the finite places. */
    void addTo(DoubleSummaryStatistics places) {
        Arrays.stream(y).filter(Double::isFinite).forEach(places::accept);
    }

    /** The line with zeros drawn below {@code low}. */
    Line above(double low) {
        return new Line(
                name,
                layer,
                x,
                Arrays.stream(y)
                        .map(place -> Double.isFinite(place) ? place : low - BELOW)
                        .toArray());
    }
}
