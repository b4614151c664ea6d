package org.backprop.views.charts;

import java.util.Arrays;

import org.backprop.runlog.events.Histogram;

/** Questions to recorded distributions. Within a bucket, values are taken to be spread evenly. */
public final class Histograms {
    private Histograms() {}

    /** Lower limit of a bucket. */
    public static double begin(Histogram histogram, int bucket) {
        return bucket == 0 ? Math.min(histogram.min(), histogram.limit(0)) : histogram.limit(bucket - 1);
    }

    /** Number of values below {@code limit}. */
    public static double below(Histogram histogram, double limit) {
        double count = 0;
        for (int i = 0; i < histogram.buckets() && begin(histogram, i) < limit; i++) {
            double begin = begin(histogram, i);
            double width = histogram.limit(i) - begin;
            count += histogram.count(i) * (width <= 0 ? 1 : Math.min(1, (limit - begin) / width));
        }
        return count;
    }

    /** The value that {@code share} (0 to 1) of the values do not exceed; NaN without values. */
    public static double quantile(Histogram histogram, double share) {
        double wanted = share * histogram.count();
        double count = 0;
        for (int i = 0; i < histogram.buckets(); i++) {
            double next = count + histogram.count(i);
            if (histogram.count(i) > 0 && next >= wanted) {
                double begin = begin(histogram, i);
                return begin + (histogram.limit(i) - begin) * (wanted - count) / histogram.count(i);
            }
            count = next;
        }
        return histogram.count() > 0 ? histogram.max() : Double.NaN;
    }

    /** The distribution of the absolute values; those in a bucket around 0 are taken as 0. */
    public static Histogram magnitudes(Histogram histogram) {
        int buckets = histogram.buckets();
        double[][] parts = new double[buckets][];
        for (int i = 0; i < buckets; i++) {
            double begin = begin(histogram, i);
            double end = histogram.limit(i);
            boolean aroundZero = begin < 0 && end > 0;
            parts[i] = new double[] {
                aroundZero ? 0 : Math.min(Math.abs(begin), Math.abs(end)),
                aroundZero ? 0 : Math.max(Math.abs(begin), Math.abs(end)),
                histogram.count(i)
            };
        }
        Arrays.sort(parts, (a, b) -> Double.compare(a[0] + a[1], b[0] + b[1]));
        return merged(parts, histogram);
    }

    private static Histogram merged(double[][] parts, Histogram histogram) {
        double[] limits = new double[parts.length];
        double[] counts = new double[parts.length];
        int count = 0;
        for (double[] part : parts) {
            if (count > 0 && limits[count - 1] >= part[1] * (1 - 1e-9)) {
                counts[count - 1] += part[2];
            } else {
                limits[count] = part[1];
                counts[count++] = part[2];
            }
        }
        return new Histogram(
                parts.length == 0 ? 0 : parts[0][0],
                count == 0 ? 0 : limits[count - 1],
                histogram.count(),
                histogram.sum(),
                histogram.sumOfSquares(),
                Arrays.copyOf(limits, count),
                Arrays.copyOf(counts, count));
    }
}
