package org.backprop.views.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;

/**
 * The point of a line that is nearest to a place on the x axis.
 *
 * @param name the line, as the legend calls it
 * @param x where the point was recorded
 * @param y its value
 */
record Reading(String name, Color color, double x, double y) {
    /** Those of all lines that are visible and in the legend. */
    static List<Reading> at(Chart chart, double x) {
        List<Reading> readings = new ArrayList<>();
        for (ISeries<?> series : lines(chart)) {
            int index = nearest(series.getXSeries(), x);
            ILineSeries<?> line = (ILineSeries<?>) series;
            String name = series.getDescription() == null ? series.getId() : series.getDescription();
            readings.add(
                    new Reading(name, line.getLineColor(), series.getXSeries()[index], series.getYSeries()[index]));
        }
        return readings;
    }

    /** The first x of any line beyond {@code x}, to the right or to the left. */
    static OptionalDouble next(Chart chart, double x, boolean right) {
        var all = lines(chart).stream().flatMapToDouble(series -> Arrays.stream(series.getXSeries()));
        return right
                ? all.filter(other -> other > x).min()
                : all.filter(other -> other < x).max();
    }

    private static List<ISeries<?>> lines(Chart chart) {
        List<ISeries<?>> lines = new ArrayList<>();
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            boolean shown = series.isVisible() && series.isVisibleInLegend();
            if (shown && series instanceof ILineSeries && series.getXSeries().length > 0) {
                lines.add(series);
            }
        }
        return lines;
    }

    /** @param ascending at least one value */
    static int nearest(double[] ascending, double x) {
        int found = Arrays.binarySearch(ascending, x);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0 || after == ascending.length) {
            return Math.max(0, after - 1);
        }
        return x - ascending[after - 1] <= ascending[after] - x ? after - 1 : after;
    }
}
