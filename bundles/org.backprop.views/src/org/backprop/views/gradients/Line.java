package org.backprop.views.gradients;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

import org.backprop.runlog.series.FinitePoints;
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
        FinitePoints points =
                FinitePoints.of(series, span.first(), span.last(), Math.max(1, columns), (step, time) -> step);
        double[] places = Arrays.stream(points.y()).map(quantity::onAxis).toArray();
        return new Line(name, layer, points.x(), places);
    }

    /** The part of a curve within a range, the mean of each column; single points if they are few. */
    static Line means(String name, int layer, Series series, Quantity quantity, Span span, int columns) {
        int first = series.firstAtOrAfter(span.first());
        int end = series.firstAtOrAfter(span.last() + 1);
        if (end - first <= columns) {
            return of(name, layer, series, quantity, span, columns);
        }
        double[] x = new double[columns];
        double[] y = new double[columns];
        double[] weights = new double[columns];
        double width = (double) (span.last() - span.first() + 1) / columns;
        for (int i = first; i < end; i++) {
            if (Float.isFinite(series.mean(i))) {
                int column = (int) Math.min(columns - 1, (series.step(i) - span.first()) / width);
                x[column] += series.weight(i) * series.step(i);
                y[column] += series.weight(i) * series.mean(i);
                weights[column] += series.weight(i);
            }
        }
        int count = 0;
        for (int column = 0; column < columns; column++) {
            if (weights[column] > 0) {
                x[count] = x[column] / weights[column];
                y[count++] = quantity.onAxis(y[column] / weights[column]);
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
