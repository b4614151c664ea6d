package org.backprop.runlog.events;

import java.util.Arrays;
import java.util.Objects;

/**
 * Distribution of many values, as in TensorBoard's {@code HistogramProto}. Bucket i holds the values above limit i-1 up to
 * limit i; the first bucket begins at {@code min}.
 */
public final class Histogram {
    private final double min;
    private final double max;
    private final double count;
    private final double sum;
    private final double sumOfSquares;
    private final double[] limits;
    private final double[] counts;

    /**
     * A histogram of given buckets. The arrays are copied.
     *
     * @param limits upper limits of the buckets, ascending
     * @param counts number of values in each bucket
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public Histogram(
            double min, double max, double count, double sum, double sumOfSquares, double[] limits, double[] counts) {
        if (limits.length != counts.length) {
            throw new IllegalArgumentException(limits.length + " limits for " + counts.length + " buckets");
        }
        this.min = min;
        this.max = max;
        this.count = count;
        this.sum = sum;
        this.sumOfSquares = sumOfSquares;
        this.limits = limits.clone();
        this.counts = counts.clone();
    }

    /**
     * Counts {@code length} values from {@code offset} on in buckets of equal width between the least and the greatest. Values
     * that are NaN or infinite are left out.
     *
     * @param buckets number of buckets, at least 1
     */
    public static Histogram of(float[] values, int offset, int length, int buckets) {
        Objects.checkFromIndexSize(offset, length, values.length);
        if (buckets < 1) {
            throw new IllegalArgumentException(buckets + " buckets");
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double sumOfSquares = 0;
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            double value = values[i];
            if (Double.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
                sumOfSquares += value * value;
                count++;
            }
        }
        if (count == 0) {
            return new Histogram(0, 0, 0, 0, 0, new double[0], new double[0]);
        }
        double[] limits = limits(min, max, buckets);
        return new Histogram(
                min, max, count, sum, sumOfSquares, limits, count(values, offset, length, min, max, limits.length));
    }

    private static double[] limits(double min, double max, int buckets) {
        if (min == max) {
            return new double[] {max};
        }
        double[] limits = new double[buckets];
        for (int i = 0; i < buckets; i++) {
            limits[i] = min + (max - min) * (i + 1) / buckets;
        }
        limits[buckets - 1] = max;
        return limits;
    }

    private static double[] count(float[] values, int offset, int length, double min, double max, int buckets) {
        double[] counts = new double[buckets];
        double scale = min == max ? 0 : buckets / (max - min);
        for (int i = offset; i < offset + length; i++) {
            if (Float.isFinite(values[i])) {
                counts[Math.min(buckets - 1, (int) ((values[i] - min) * scale))]++;
            }
        }
        return counts;
    }

    /** Least value. */
    public double min() {
        return min;
    }

    /** Greatest value. */
    public double max() {
        return max;
    }

    /** Number of values. */
    public double count() {
        return count;
    }

    /** Sum of the values. */
    public double sum() {
        return sum;
    }

    /** Sum of the values' squares. */
    public double sumOfSquares() {
        return sumOfSquares;
    }

    /** Number of buckets. */
    public int buckets() {
        return limits.length;
    }

    /** Upper limit of bucket {@code index}. */
    public double limit(int index) {
        return limits[index];
    }

    /** Number of values in bucket {@code index}. */
    public double count(int index) {
        return counts[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that
                && Arrays.equals(moments(), that.moments())
                && Arrays.equals(limits, that.limits)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(moments()), Arrays.hashCode(limits), Arrays.hashCode(counts));
    }

    @Override
    public String toString() {
        return "Histogram[count=" + count + ", min=" + min + ", max=" + max + ", buckets=" + limits.length + "]";
    }

    private double[] moments() {
        return new double[] {min, max, count, sum, sumOfSquares};
    }
}
