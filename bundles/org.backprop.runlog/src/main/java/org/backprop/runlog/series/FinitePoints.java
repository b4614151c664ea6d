package org.backprop.runlog.series;

import java.util.Arrays;

/**
 * The finite points of a series, reduced to the least and the greatest of each pixel, as coordinates.
 *
 * @param x places, ascending with the steps
 * @param y values, all finite
 */
public record FinitePoints(double[] x, double[] y) {
    /** Where a point lies on the x axis. */
    @FunctionalInterface
    public interface Place {
        double at(long step, double wallTime);
    }

    /**
     * Projects a whole series, which may be empty.
     *
     * @param pixels width of the plot, at least 1
     */
    public static FinitePoints of(Series series, int pixels, Place place) {
        return series.isEmpty() ? of(series, place) : of(series, series.step(0), series.lastStep(), pixels, place);
    }

    /** Projects the part of a series between two steps, with the points before and behind, to which lines are drawn. */
    public static FinitePoints of(Series series, long first, long last, int pixels, Place place) {
        return of(series.isEmpty() ? series : Downsampler.minMax(series, first, last, pixels), place);
    }

    private static FinitePoints of(Series series, Place place) {
        double[] x = new double[series.size()];
        double[] y = new double[series.size()];
        int count = 0;
        for (int i = 0; i < series.size(); i++) {
            if (Float.isFinite(series.value(i))) {
                x[count] = place.at(series.step(i), series.wallTime(i));
                y[count++] = series.value(i);
            }
        }
        return new FinitePoints(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}
