package org.backprop.views.curves;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The part of the plane that a plot needs.
 *
 * @param right greatest x, 0 without points
 * @param low least y, 0 without points
 * @param high greatest y, 1 without points
 */
record Bounds(double right, double low, double high) {
    static Bounds of(Plot plot) {
        double right = all(plot, Points::x).max().orElse(0);
        double low = all(plot, Points::y).min().orElse(0);
        double high = all(plot, Points::y).max().orElse(1);
        return new Bounds(right, low, high);
    }

    private static DoubleStream all(Plot plot, Function<Points, double[]> coordinate) {
        return Stream.of(plot.steps(), plot.train(), plot.validation())
                .map(coordinate)
                .flatMapToDouble(Arrays::stream);
    }
}
