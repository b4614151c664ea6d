package org.backprop.views.curves;

import java.util.Arrays;

import org.backprop.runlog.series.Series;

/** The finite points of a series on the x axis of a run: as recorded, smoothed, or as means. */
final class Curve {
    private final double[] x;
    private final double[] values;
    private final double[] means;
    private final double[] weights;

    private Curve(double[] x, double[] values, double[] means, double[] weights) {
        this.x = x;
        this.values = values;
        this.means = means;
        this.weights = weights;
    }

    static Curve of(Series series, RunScale scale) {
        int size = series.size();
        double[] x = new double[size];
        double[] values = new double[size];
        double[] means = new double[size];
        double[] weights = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (Float.isFinite(series.value(i)) && Float.isFinite(series.mean(i))) {
                double place = scale.at(series.step(i), series.wallTime(i));
                x[count] = count == 0 ? place : Math.max(place, x[count - 1]);
                values[count] = series.value(i);
                means[count] = series.mean(i);
                weights[count++] = series.weight(i);
            }
        }
        return new Curve(
                Arrays.copyOf(x, count),
                Arrays.copyOf(values, count),
                Arrays.copyOf(means, count),
                Arrays.copyOf(weights, count));
    }

    int size() {
        return x.length;
    }

    Points recorded() {
        return new Points(x, values);
    }

    /**
     * Exponential moving average without bias: {@code m = s m + (1 - s) v}, divided by {@code 1 - s^n} after n recorded points,
     * as in TensorBoard. A point that stands for w recorded ones counts as w times their mean.
     *
     * @param smoothing s, 0 to less than 1
     */
    Points smoothed(double smoothing) {
        double[] y = new double[x.length];
        double average = 0;
        double left = 1;
        for (int i = 0; i < x.length; i++) {
            double kept = Math.pow(smoothing, weights[i]);
            average = kept * average + (1 - kept) * means[i];
            left *= kept;
            y[i] = average / (1 - left);
        }
        return new Points(x, y);
    }

    /** The mean of what was recorded in each of {@code columns} equal parts from {@code left} to {@code right}. */
    Points means(double left, double right, int columns) {
        double width = (right - left) / columns;
        double[] sumX = new double[columns];
        double[] sumY = new double[columns];
        double[] sums = new double[columns];
        for (int i = 0; i < x.length; i++) {
            int column = (int) Math.floor((x[i] - left) / width);
            if (column == columns && x[i] == right) {
                column--;
            }
            if (column >= 0 && column < columns) {
                sumX[column] += weights[i] * x[i];
                sumY[column] += weights[i] * means[i];
                sums[column] += weights[i];
            }
        }
        int kept = 0;
        for (int column = 0; column < columns; column++) {
            if (sums[column] > 0) {
                sumX[kept] = sumX[column] / sums[column];
                sumY[kept++] = sumY[column] / sums[column];
            }
        }
        return new Points(Arrays.copyOf(sumX, kept), Arrays.copyOf(sumY, kept));
    }
}
