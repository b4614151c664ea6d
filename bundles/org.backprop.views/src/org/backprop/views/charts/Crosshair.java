package org.backprop.views.charts;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.svg.Svg;
import org.backprop.views.svg.SvgPaint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.Range;

/**
 * A vertical line at the recorded point that is nearest to the pointer, with the values that all visible lines have there.
 * Ctrl with the left and right arrow moves it from point to point, with Home and End to the ends of what is in sight; Escape hides it.
 */
public final class Crosshair implements ICustomPaintListener, SvgPaint {
    private final Chart chart;
    private final Control area;
    private final ReadingBox box;
    private OptionalDouble at = OptionalDouble.empty();
    private ChartTheme theme;

    /** How numbers are written beside the line. */
    public interface Labels {
        /** Such as {@code Step 120}. */
        String x(double x);

        String y(double y);
    }

    private Crosshair(Chart chart, Labels labels) {
        this.chart = chart;
        area = chart.getPlotArea().getControl();
        box = new ReadingBox(labels);
    }

    /** Adds a crosshair that names x as the axis does. */
    public static Crosshair install(Chart chart) {
        return install(chart, new AxisLabels(chart));
    }

    /** Adds a crosshair. */
    public static Crosshair install(Chart chart, Labels labels) {
        Crosshair crosshair = new Crosshair(chart, labels);
        chart.getPlotArea().addCustomPaintListener(crosshair);
        Control area = crosshair.area;
        area.addListener(SWT.MouseMove, event -> crosshair.point(Charts.x(chart).getDataCoordinate(event.x)));
        area.addListener(SWT.MouseExit, event -> crosshair.move(OptionalDouble.empty()));
        area.addListener(SWT.FocusOut, event -> crosshair.move(OptionalDouble.empty()));
        area.addListener(SWT.KeyDown, crosshair::key);
        Themed.follow(chart, changed -> crosshair.theme = changed);
        return crosshair;
    }

    /** What it says now: the nearest points; none while it is hidden. */
    List<Reading> readings() {
        return at.isEmpty() ? List.of() : Reading.at(chart, at.getAsDouble());
    }

    private void point(double x) {
        move(Reading.at(chart, x).stream()
                .min(Comparator.comparingDouble(reading -> Math.abs(reading.x() - x)))
                .map(Reading::x)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty()));
    }

    private void move(OptionalDouble x) {
        if (!x.equals(at)) {
            at = x;
            area.redraw();
        }
    }

    private void key(Event event) {
        Range seen = Charts.x(chart).getRange();
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        if (event.keyCode == SWT.ESC) {
            move(OptionalDouble.empty());
        } else if (control) {
            switch (event.keyCode) {
                case SWT.ARROW_RIGHT -> next(at.orElse(Math.nextDown(seen.lower)), true);
                case SWT.ARROW_LEFT -> next(at.orElse(Math.nextUp(seen.upper)), false);
                case SWT.HOME -> point(seen.lower);
                case SWT.END -> point(seen.upper);
                default -> {}
            }
        }
    }

    private void next(double x, boolean right) {
        OptionalDouble next = Reading.next(chart, x, right);
        if (next.isPresent()) {
            move(next);
        }
    }

    @Override
    public void paintControl(PaintEvent event) {
        List<Reading> readings = readings();
        if (!readings.isEmpty()) {
            int x = Charts.x(chart).getPixelCoordinate(at.getAsDouble());
            event.gc.setForeground(theme.foreground());
            event.gc.setLineStyle(SWT.LINE_DASH);
            event.gc.drawLine(x, 0, x, area.getSize().y);
            event.gc.setLineStyle(SWT.LINE_SOLID);
            box.draw(event.gc, theme, at.getAsDouble(), readings, x, area.getSize());
        }
    }

    /** A gesture is no part of a drawing. */
    @Override
    public void paint(Svg svg, Rectangle plot) {}
}
