package org.backprop.views.evaluation;

import java.util.Arrays;

/**
 * A curve with its name.
 *
 * @param name of its class
 * @param area area under the curve, or average precision
 * @param x ascending
 * @param y as long as x
 */
record Line(String name, double area, double[] x, double[] y) {
    private static final int MOST = 400;

    /** A curve with at most {@value #MOST} points, evenly spaced along its way from left to right and up or down. */
    static Line thinned(String name, double area, double[] x, double[] y) {
        if (x.length <= MOST) {
            return new Line(name, area, x, y);
        }
        double length = 0;
        for (int i = 1; i < x.length; i++) {
            length += step(x, y, i);
        }
        double[] keptX = new double[MOST];
        double[] keptY = new double[MOST];
        int kept = 0;
        double way = 0;
        for (int i = 0; i < x.length; i++) {
            way += i == 0 ? 0 : step(x, y, i);
            boolean last = i == x.length - 1;
            if (last || kept < MOST - 1 && way >= length * kept / (MOST - 1)) {
                keptX[kept] = x[i];
                keptY[kept++] = y[i];
            }
        }
        return new Line(name, area, Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept));
    }

    private static double step(double[] x, double[] y, int i) {
        return Math.abs(x[i] - x[i - 1]) + Math.abs(y[i] - y[i - 1]);
    }
}
