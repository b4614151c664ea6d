package org.backprop.engine.train;

import java.util.Arrays;

import org.backprop.engine.kernels.MagnitudeBins;
import org.backprop.runlog.events.Histogram;

/**
 * Turns counts by {@link MagnitudeBins} into a histogram in ascending order. Magnitudes of less than 2^-24 of the greatest
 * one share the bucket around 0. Least and greatest value, sum and sum of squares are as if each value lay at the middle of
 * its bin, so within a sixteenth. NaN and infinite values are left out.
 */
public final class MagnitudeHistogram {

    /** Bins below the greatest one that count as 0. */
    private static final int SPAN = 24 * 8;

    private final int[] counts;
    private final int greatest;
    private final int least;

    private MagnitudeHistogram(int[] counts) {
        this.counts = counts;
        int last = 0;
        for (int n = 0; n < MagnitudeBins.FINITE; n++) {
            last = counts[n] + counts[MagnitudeBins.NEGATIVE + n] > 0 ? n : last;
        }
        greatest = last;
        least = Math.max(1, last - SPAN);
    }

    /** The histogram of some values. */
    public static Histogram of(float[] values) {
        int[] counts = new int[MagnitudeBins.COUNT];
        for (float value : values) {
            counts[MagnitudeBins.of(value)]++;
        }
        return of(counts);
    }

    /** The histogram of values that were counted by their bins. */
    public static Histogram of(int[] counts) {
        return new MagnitudeHistogram(counts).histogram();
    }

    private Histogram histogram() {
        int side = greatest - least + 1;
        int size = greatest == 0 ? 1 : 2 * side + 1;
        double[] limits = new double[size];
        double[] sums = new double[size];
        int zero = size / 2;
        for (int n = 0; n < least; n++) {
            sums[zero] += counts[n] + (double) counts[MagnitudeBins.NEGATIVE + n];
        }
        limits[zero] = MagnitudeBins.magnitude(least);
        for (int i = 1; i <= zero; i++) {
            int n = least + i - 1;
            limits[zero + i] = MagnitudeBins.magnitude(n + 1);
            sums[zero + i] = counts[n];
            limits[zero - i] = -MagnitudeBins.magnitude(n);
            sums[zero - i] = counts[MagnitudeBins.NEGATIVE + n];
        }
        return trimmed(limits, sums);
    }

    private Histogram trimmed(double[] limits, double[] sums) {
        int begin = 0;
        while (begin < sums.length && sums[begin] == 0) {
            begin++;
        }
        int end = sums.length;
        while (end > begin && sums[end - 1] == 0) {
            end--;
        }
        if (begin == end) {
            return new Histogram(0, 0, 0, 0, 0, new double[0], new double[0]);
        }
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (int i = begin; i < end; i++) {
            double middle = middle(limits, i);
            count += sums[i];
            sum += sums[i] * middle;
            squares += sums[i] * middle * middle;
        }
        return new Histogram(
                middle(limits, begin),
                middle(limits, end - 1),
                count,
                sum,
                squares,
                Arrays.copyOfRange(limits, begin, end),
                Arrays.copyOfRange(sums, begin, end));
    }

    private double middle(double[] limits, int i) {
        if (i == limits.length / 2) {
            return 0;
        }
        return i == 0
                ? -(MagnitudeBins.magnitude(greatest) + MagnitudeBins.magnitude(greatest + 1)) / 2
                : (limits[i - 1] + limits[i]) / 2;
    }
}
