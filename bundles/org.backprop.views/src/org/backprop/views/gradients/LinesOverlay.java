package org.backprop.views.gradients;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.charts.Charts;
import org.backprop.views.svg.Svg;
import org.backprop.views.svg.SvgPaint;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;

/** Over the lines: the guide line of the quantity, and ticks at the bottom where clipping fired. */
final class LinesOverlay implements ICustomPaintListener, SvgPaint {
    private static final int TICK = 7;
    private static final int NEAR = 12;

    private final Chart chart;
    private Lines shown;
    private ChartTheme theme;

    LinesOverlay(Chart chart) {
        this.chart = chart;
        chart.getPlotArea().addCustomPaintListener(this);
    }

    void show(Lines lines) {
        shown = lines;
    }

    void style(ChartTheme current) {
        theme = current;
    }

    /** The line of a layer near a place in pixels. */
    Optional<Line> nearest(int x, int y) {
        return shown == null ? Optional.empty() : nearest(x, y, shown.layers().stream());
    }

    private Optional<Line> nearest(int x, int y, Stream<Line> lines) {
        double step = Charts.x(chart).getDataCoordinate(x);
        Line nearest = null;
        double least = NEAR;
        for (Line line : lines.filter(drawn -> !drawn.isEmpty()).toList()) {
            double distance = Math.abs(Charts.y(chart).getPixelCoordinate(line.y()[index(line, step)]) - y);
            if (distance <= least) {
                least = distance;
                nearest = line;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The last point of a line up to a step. */
    private static int index(Line line, double step) {
        int found = Arrays.binarySearch(line.x(), step);
        return found >= 0 ? found : Math.clamp(-found - 2L, 0, line.x().length - 1);
    }

    /** What there is at a place in pixels; null if nothing is. */
    String tip(int x, int y) {
        if (shown == null) {
            return null;
        }
        Optional<Line> line = nearest(x, y, Stream.concat(shown.layers().stream(), shown.clipping().stream()));
        if (line.isPresent()) {
            int at = index(line.get(), Charts.x(chart).getDataCoordinate(x));
            String value = shown.quantity().textAt(line.get().y()[at]);
            long step = (long) line.get().x()[at];
            return NLS.bind(
                    Messages.heat_cell,
                    new Object[] {line.get().name(), step, shown.quantity().title(), value});
        }
        int bottom = chart.getPlotArea().getControl().getSize().y;
        return shown.fired().length > 0 && bottom - y <= TICK ? Messages.tip_fired : null;
    }

    @Override
    public void paintControl(PaintEvent event) {
        if (shown == null || theme == null) {
            return;
        }
        GC gc = event.gc;
        Point size = chart.getPlotArea().getControl().getSize();
        gc.setForeground(theme.foreground());
        shown.quantity().guide().ifPresent(guide -> {
            int y = Charts.y(chart).getPixelCoordinate(shown.quantity().onAxis(guide));
            gc.setLineStyle(SWT.LINE_DASH);
            gc.drawLine(0, y, size.x, y);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.drawString(Messages.guide, 4, y - gc.getFontMetrics().getHeight() - 1, true);
        });
        gc.setForeground(theme.validation());
        int drawn = -1;
        for (double step : shown.fired()) {
            int x = Charts.x(chart).getPixelCoordinate(step);
            if (x != drawn) {
                gc.drawLine(x, size.y - TICK, x, size.y);
                drawn = x;
            }
        }
    }

    @Override
    public void paint(Svg svg, Rectangle area) {
        if (shown == null || theme == null) {
            return;
        }
        shown.quantity().guide().ifPresent(guide -> {
            double y = (double) area.y
                    + Charts.y(chart).getPixelCoordinate(shown.quantity().onAxis(guide));
            svg.line(
                    new double[] {area.x, (double) area.x + area.width},
                    new double[] {y, y},
                    new Svg.Stroke(theme.foreground(), 1, "4 2"));
        });
        double bottom = (double) area.y + area.height;
        for (double step : shown.fired()) {
            double x = (double) area.x + Charts.x(chart).getPixelCoordinate(step);
            svg.line(
                    new double[] {x, x},
                    new double[] {bottom - TICK, bottom},
                    new Svg.Stroke(theme.validation(), 1, ""));
        }
    }

    @Override
    public boolean drawBehindSeries() {
        return false;
    }
}
