package org.backprop.runlog.diagnosis;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.IntPredicate;

import org.backprop.runlog.series.Series;

/**
 * A curve in equal parts of the steps that it covers, each with its mean and its greatest value. A part is added up when it
 * is asked for, so that what only concerns the end of a long curve costs little. Not thread-safe.
 */
final class Bins {
    /** Parts of a curve. */
    static final int COUNT = 20;

    /** Parts in a row, up to the newest, that must show a fault. */
    static final int LEAST = 3;

    private final Series series;
    private final long first;
    private final double width;
    private final boolean[] known = new boolean[COUNT];
    private final double[] means = new double[COUNT];
    private final double[] maxima = new double[COUNT];

    Bins(Series series) {
        this.series = series;
        first = series.isEmpty() ? 0 : series.step(0);
        width = series.isEmpty() ? 1 : (double) (series.lastStep() - first + 1) / COUNT;
    }

    /** First step of a part. */
    long start(int bin) {
        return first + (long) Math.ceil(bin * width);
    }

    /** Mean of a part, without what is not a number; NaN if nothing is left. */
    double mean(int bin) {
        add(bin);
        return means[bin];
    }

    /** Greatest value of a part; NaN if it is empty. */
    double maximum(int bin) {
        add(bin);
        return maxima[bin];
    }

    private void add(int bin) {
        if (known[bin]) {
            return;
        }
        known[bin] = true;
        double sum = 0;
        double weights = 0;
        double greatest = Double.NaN;
        int end = bin == COUNT - 1 ? series.size() : series.firstAtOrAfter(start(bin + 1));
        for (int i = series.firstAtOrAfter(start(bin)); i < end; i++) {
            float value = series.value(i);
            greatest = Double.isNaN(greatest) || value > greatest ? value : greatest;
            float mean = series.mean(i);
            if (!Float.isNaN(mean)) {
                double weight = series.weight(i);
                sum += weight * mean;
                weights += weight;
            }
        }
        means[bin] = weights == 0 ? Double.NaN : sum / weights;
        maxima[bin] = greatest;
    }

    /** Mean of the newest part that has one; NaN if there is none. */
    double lastMean() {
        for (int bin = COUNT - 1; bin >= 0; bin--) {
            if (!Double.isNaN(mean(bin))) {
                return mean(bin);
            }
        }
        return Double.NaN;
    }

    /** Mean of the first part that has one; NaN if there is none. */
    double firstMean() {
        return Arrays.stream(means(0, COUNT))
                .filter(mean -> !Double.isNaN(mean))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Median of the means of the parts from {@code from} on; NaN if all are empty. */
    double median(int from) {
        double[] sorted = Arrays.stream(means(from, COUNT))
                .filter(mean -> !Double.isNaN(mean))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }

    /** Greatest value of the parts from {@code from} on; NaN if all are empty. */
    double maximumFrom(int from) {
        double greatest = Double.NaN;
        for (int bin = from; bin < COUNT; bin++) {
            greatest = Double.isNaN(greatest) || maximum(bin) > greatest ? maximum(bin) : greatest;
        }
        return greatest;
    }

    /** Mean of the means of the parts from {@code from} to before {@code to}; NaN if all are empty. */
    double mean(int from, int to) {
        return Arrays.stream(means(from, to))
                .filter(mean -> !Double.isNaN(mean))
                .average()
                .orElse(Double.NaN);
    }

    private double[] means(int from, int to) {
        double[] some = new double[to - from];
        for (int bin = from; bin < to; bin++) {
            some[bin - from] = mean(bin);
        }
        return some;
    }

    /**
     * First step of the parts in a row that have a fault and reach the newest; empty if they are fewer than {@link #LEAST}.
     * Parts without a mean are passed over.
     */
    OptionalLong since(IntPredicate faulty) {
        int faults = 0;
        OptionalLong since = OptionalLong.empty();
        for (int bin = COUNT - 1; bin >= 0; bin--) {
            if (Double.isNaN(mean(bin))) {
                continue;
            }
            if (!faulty.test(bin)) {
                break;
            }
            faults++;
            since = OptionalLong.of(start(bin));
        }
        return faults < LEAST ? OptionalLong.empty() : since;
    }
}
