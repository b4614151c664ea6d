package org.backprop.views.curves;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A line of a chart.
 *
 * @param name in the legend; unique in its chart
 * @param look colour and dashes
 * @param faint what is drawn behind it: the recorded points where the line is smoothed or shows means; else empty
 * @param main the line
 * @param nonFinite where recorded points are NaN or infinite
 * @param nonFiniteCount how many of them there are
 */
public record Line(String name, Look look, Points faint, Points main, double[] nonFinite, long nonFiniteCount) {
    /** All values that are drawn. */
    double[] values() {
        return IntStream.range(0, 2)
                .mapToObj(i -> i == 0 ? faint.y() : main.y())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    boolean isEmpty() {
        return main.isEmpty() && nonFiniteCount == 0;
    }
}
