package org.backprop.views.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;

/**
 * Which part of a chart is in sight: all of it, or what the user chose with the wheel, by dragging or by keys.
 *
 * <p>A chart tells the ranges that fit its data by {@link Charts#setXRange} and {@link Charts#setRange} alone. While the user
 * has zoomed, these are remembered and the user's stay. Call on the UI thread.
 */
public final class ChartNavigation {
    private static final String KEY = ChartNavigation.class.getName();

    private final Chart chart;
    private final List<Runnable> listeners = new ArrayList<>();
    private AxisPart wholeX;
    private AxisPart wholeY;
    private AxisPart x;
    private AxisPart y;

    private ChartNavigation(Chart chart) {
        this.chart = chart;
        wholeX = part(Charts.x(chart));
        wholeY = part(Charts.y(chart));
    }

    /** Lets the user zoom and move a chart. Keys work while its plot area has the focus, which a click gives it. */
    public static ChartNavigation install(Chart chart) {
        ChartNavigation navigation = new ChartNavigation(chart);
        chart.setData(KEY, navigation);
        new ChartGestures(chart, navigation);
        return navigation;
    }

    /** The navigation of a chart, if it has one. */
    public static Optional<ChartNavigation> of(Chart chart) {
        return Optional.ofNullable((ChartNavigation) chart.getData(KEY));
    }

    /** Adds what is called whenever another part is in sight, so that it can be drawn in more detail. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public boolean isZoomed() {
        return x != null || y != null;
    }

    /** Shows everything again. */
    public void fit() {
        if (isZoomed()) {
            x = null;
            y = null;
            apply();
        }
    }

    /** The part of the x axis that the user chose; empty while everything is in sight. */
    public Optional<AxisPart> x() {
        return Optional.ofNullable(x);
    }

    /** Shows a rectangle, in shares of what is in sight now: 0 is the left or lower end, 1 the right or upper one. */
    void look(double left, double right, double bottom, double top) {
        AxisPart nextX = seen(x, wholeX).between(left, right).within(wholeX);
        AxisPart nextY = seen(y, wholeY).between(bottom, top).within(wholeY);
        x = nextX.equals(wholeX) ? null : nextX;
        y = nextY.equals(wholeY) ? null : nextY;
        apply();
    }

    private static AxisPart seen(AxisPart chosen, AxisPart whole) {
        return chosen == null ? whole : chosen;
    }

    void fitX(Range range) {
        wholeX = new AxisPart(range.lower, range.upper, false);
        apply(Charts.x(chart), seen(x, wholeX));
    }

    void fitY(Range range, boolean logarithmic) {
        wholeY = new AxisPart(range.lower, range.upper, logarithmic);
        if (y != null && y.logarithmic() != logarithmic) {
            y = y.lower() > 0 || !logarithmic ? new AxisPart(y.lower(), y.upper(), logarithmic) : wholeY;
        }
        apply(Charts.y(chart), seen(y, wholeY));
    }

    private void apply() {
        apply(Charts.x(chart), seen(x, wholeX));
        apply(Charts.y(chart), seen(y, wholeY));
        chart.redraw();
        listeners.forEach(Runnable::run);
    }

    private static void apply(IAxis axis, AxisPart part) {
        Charts.apply(axis, new Range(part.lower(), part.upper()), part.logarithmic());
    }

    private static AxisPart part(IAxis axis) {
        return new AxisPart(axis.getRange().lower, axis.getRange().upper, axis.isLogScaleEnabled());
    }

    Point size() {
        Point size = chart.getPlotArea().getControl().getSize();
        return new Point(Math.max(1, size.x), Math.max(1, size.y));
    }
}
