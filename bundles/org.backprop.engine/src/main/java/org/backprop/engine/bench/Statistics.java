package org.backprop.engine.bench;

import java.util.Arrays;

/** Robust statistics of a few measurements. */
public final class Statistics {

    private Statistics() {}

    /** The middle value, or the mean of the two middle ones. */
    public static double median(double... values) {
        return quantile(0.5, values);
    }

    /** Interquartile range: the distance between the upper and the lower quartile; 0 for one value. */
    public static double spread(double... values) {
        return quantile(0.75, values) - quantile(0.25, values);
    }

    /**
     * Quantile with linear interpolation between the order statistics (type 7 of Hyndman and Fan 1996, the default of R
     * and NumPy).
     *
     * @param p in [0, 1]
     * @throws IllegalArgumentException if there is no value
     */
    public static double quantile(double p, double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
