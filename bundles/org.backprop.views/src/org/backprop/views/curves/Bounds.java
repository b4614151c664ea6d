package org.backprop.views.curves;

import java.util.Arrays;
import java.util.List;

/**
 * The part of the plane that lines need.
 *
 * @param left least x
 * @param right greatest x, more than {@code left}
 * @param low least y
 * @param high greatest y
 * @param least least value of all, also of those outside
 * @param outside how many points are left out, below or above
 */
public record Bounds(double left, double right, double low, double high, double least, int outside) {
    /** Share of the values that may be outside, half of it at each end. */
    static final double EXTREME = 0.01;

    private static final double RIGHT_MARGIN = 0.015;

    /**
     * Bounds of all points.
     *
     * @param last greatest x that shall be seen even without points
     * @param ignoreExtremes whether the most extreme 1 % of the values may be outside
     */
    static Bounds of(List<Line> lines, double last, boolean ignoreExtremes) {
        double right = last;
        for (Line line : lines) {
            double[] x = line.main().x();
            right = Math.max(right, x.length == 0 ? 0 : x[x.length - 1]);
        }
        right = right <= 0 ? 1 : right * (1 + RIGHT_MARGIN);
        double[] values = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .sorted()
                .toArray();
        if (values.length == 0) {
            return new Bounds(0, right, 0, 1, 0, 0);
        }
        int cut = ignoreExtremes ? (int) Math.ceil(values.length * EXTREME / 2) : 0;
        cut = values.length > 2 * cut ? cut : 0;
        double low = values[cut];
        double high = values[values.length - 1 - cut];
        int outside = (int) Arrays.stream(values)
                .filter(value -> value < low || value > high)
                .count();
        return new Bounds(0, right, low, high, values[0], outside);
    }
}
