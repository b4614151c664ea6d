package org.backprop.runlog.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Takes values to pixels along one axis.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}, greater than {@code low}
 * @param logarithmic whether equal ratios have equal distances; both values are positive then
 * @param from pixel
 * @param to pixel
 */
record Scale(double low, double high, boolean logarithmic, double from, double to) {
    private static final double WIDE = 50;
    private static final double MARGIN = 0.05;

    /** From 0, or from the least value, to the greatest. */
    static Scale exact(double[] values, double from, double to) {
        double low = Math.min(0, DoubleStream.of(values).min().orElse(0));
        double high = DoubleStream.of(values).max().orElse(1);
        return new Scale(low, high > low ? high : low + 1, false, from, to);
    }

    /** With a margin; logarithmic where all values are positive and differ by large factors. */
    static Scale fitting(double[] values, double from, double to) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        if (low > 0 && high / low > WIDE) {
            return new Scale(low / (1 + MARGIN), high * (1 + MARGIN), true, from, to);
        }
        double margin = high > low ? (high - low) * MARGIN : high == 0 ? 1 : Math.abs(high) / 2;
        return new Scale(low - margin, high + margin, false, from, to);
    }

    double pixel(double value) {
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    List<Double> ticks(int count) {
        return logarithmic ? Ticks.logarithmic(low, high) : Ticks.linear(low, high, count);
    }
}
