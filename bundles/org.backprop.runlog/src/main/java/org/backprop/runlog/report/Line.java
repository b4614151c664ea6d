package org.backprop.runlog.report;

import java.util.Arrays;

import org.backprop.runlog.series.FinitePoints;
import org.backprop.runlog.series.Series;

/**
 * A curve of a chart.
 *
 * @param name what the legend calls it; empty to leave it out there
 * @param color index of its colour and dashes
 * @param faint whether it stands behind others
 * @param x epochs or steps, ascending
 * @param y values, all finite
 */
record Line(String name, int color, boolean faint, double[] x, double[] y) {
    private static final int PIXELS = 300;

    /** What was recorded, reduced to the least and the greatest values of the pixels. */
    static Line of(String name, int color, boolean faint, Series series, double stepsPerUnit) {
        FinitePoints points = FinitePoints.of(series, PIXELS, (step, time) -> step / stepsPerUnit);
        return new Line(name, color, faint, points.x(), points.y());
    }

    /** Means of {@code columns} equal parts of the points. */
    Line smoothed(String newName, int columns) {
        double[] meanX = new double[columns];
        double[] meanY = new double[columns];
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * x.length / columns);
            int to = (int) ((long) (column + 1) * x.length / columns);
            meanX[column] = Arrays.stream(x, from, to).average().orElseThrow();
            meanY[column] = Arrays.stream(y, from, to).average().orElseThrow();
        }
        return new Line(newName, color, false, meanX, meanY);
    }

    boolean isEmpty() {
        return x.length == 0;
    }
}
