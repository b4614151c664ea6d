package org.backprop.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A small chart.
 *
 * @param x what the horizontal axis shows
 * @param y what the vertical axis shows
 * @param caption what was drawn, below the chart
 * @param lines the lines
 */
record Curve(String x, String y, String caption, List<Line> lines) {

    Curve {
        lines = List.copyOf(lines);
    }

    /** A line through points; those that are not finite are left out. */
    record Line(String name, double[] x, double[] y) {

        /** A function at evenly spaced points. */
        static Line of(String name, double from, double to, int points, DoubleUnaryOperator function) {
            double[] x = new double[points];
            double[] y = new double[points];
            for (int i = 0; i < points; i++) {
                x[i] = from + (to - from) * i / (points - 1);
                y[i] = function.applyAsDouble(x[i]);
            }
            return new Line(name, x, y);
        }

        /** Runs of neighbouring points that are finite, as indices: first, past the last. */
        List<int[]> pieces() {
            List<int[]> pieces = new ArrayList<>();
            int start = -1;
            for (int i = 0; i <= y.length; i++) {
                boolean there = i < y.length && Double.isFinite(y[i]);
                if (there && start < 0) {
                    start = i;
                } else if (!there && start >= 0) {
                    pieces.add(new int[] {start, i});
                    start = -1;
                }
            }
            return pieces;
        }
    }
}
