package org.backprop.views.curves;

import java.util.Arrays;

import org.backprop.runlog.series.Series;

/**
 * Points of a line, ready to be drawn; both arrays have the same length and are not changed.
 *
 * @param x epochs, or steps if the number of steps per epoch is unknown; ascending
 * @param y values; all finite
 */
public record Points(double[] x, double[] y) {
    static final Points NONE = new Points(new double[0], new double[0]);

    public boolean isEmpty() {
        return x.length == 0;
    }

    /** The finite points of a series, with steps divided by {@code stepsPerUnit}. */
    static Points of(Series series, double stepsPerUnit) {
        double[] x = new double[series.size()];
        double[] y = new double[series.size()];
        int count = 0;
        for (int i = 0; i < series.size(); i++) {
            if (Float.isFinite(series.value(i))) {
                x[count] = series.step(i) / stepsPerUnit;
                y[count++] = series.value(i);
            }
        }
        return new Points(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    /** The mean of what was recorded, as far as it is finite, in each of {@code columns} equal parts of the range of steps. */
    static Points means(Series series, double stepsPerUnit, int columns) {
        if (series.isEmpty()) {
            return NONE;
        }
        long first = series.step(0);
        double width = Math.max(1, (double) (series.lastStep() - first + 1) / columns);
        double[] x = new double[columns];
        double[] y = new double[columns];
        double[] weights = new double[columns];
        for (int i = 0; i < series.size(); i++) {
            if (Float.isFinite(series.mean(i))) {
                double weight = series.weight(i);
                int column = (int) Math.min(columns - 1, (series.step(i) - first) / width);
                x[column] += weight * series.step(i) / stepsPerUnit;
                y[column] += weight * series.mean(i);
                weights[column] += weight;
            }
        }
        return divided(x, y, weights);
    }

    private static Points divided(double[] x, double[] y, double[] weights) {
        int kept = 0;
        for (int column = 0; column < weights.length; column++) {
            if (weights[column] > 0) {
                x[kept] = x[column] / weights[column];
                y[kept++] = y[column] / weights[column];
            }
        }
        return new Points(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
    }
}
