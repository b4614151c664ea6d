package org.backprop.views.marks;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Palette;
import org.backprop.views.svg.Svg;
import org.backprop.views.svg.SvgPaint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;

/** Draws marks as vertical lines with a flag. */
public final class MarkPainter implements ICustomPaintListener, SvgPaint {
    private static final int NEAR = 6;
    private static final int FLAG_WIDTH = 7;
    private static final int FLAG_HEIGHT = 6;
    private static final int MOST_IN_TIP = 8;
    private static final int RESTART = 2;
    private static final int SNAPSHOT = 4;
    private static final int END = 3;

    private final Chart chart;
    private List<Mark> marks = List.of();
    private ChartTheme theme;

    /** Draws on a chart. */
    public MarkPainter(Chart chart) {
        this.chart = chart;
        chart.getPlotArea().addCustomPaintListener(this);
    }

    /** Says in the chart's tool tip what the marks below the pointer mean. */
    public void installTips() {
        Control area = chart.getPlotArea().getControl();
        area.addListener(SWT.MouseMove, event -> setTip(area, tip(event.x)));
    }

    private static void setTip(Control area, String tip) {
        if (!Objects.equals(tip, area.getToolTipText())) {
            area.setToolTipText(tip);
        }
    }

    public void show(List<Mark> shown) {
        marks = shown;
    }

    public void style(ChartTheme changed) {
        theme = changed;
    }

    /** What the marks near a pixel column say; null if there are none. */
    public String tip(int pixel) {
        List<Mark> near = marks.stream()
                .filter(mark -> Math.abs(pixel(mark) - pixel) <= NEAR)
                .toList();
        if (near.isEmpty()) {
            return null;
        }
        String first = near.stream().limit(MOST_IN_TIP).map(Mark::text).collect(Collectors.joining("\n"));
        return near.size() > MOST_IN_TIP ? first + "\n..." : first;
    }

    private int pixel(Mark mark) {
        return Charts.x(chart).getPixelCoordinate(mark.x());
    }

    @Override
    public void paintControl(PaintEvent event) {
        if (theme == null || marks.isEmpty()) {
            return;
        }
        GC gc = event.gc;
        int height = chart.getPlotArea().getControl().getSize().y;
        int drawn = -1;
        for (Mark mark : marks) {
            int x = pixel(mark);
            if (x != drawn) {
                gc.setForeground(color(mark.kind()));
                gc.setBackground(color(mark.kind()));
                draw(gc, x, height);
                drawn = x;
            }
        }
    }

    private Color color(Mark.Kind kind) {
        return switch (kind) {
            case COMMAND -> theme.foreground();
            case RESTART -> Palette.color(RESTART);
            case SNAPSHOT -> Palette.color(SNAPSHOT);
            case END -> Palette.color(END);
        };
    }

    private static void draw(GC gc, int x, int height) {
        gc.setLineStyle(SWT.LINE_DOT);
        gc.drawLine(x, 0, x, height);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.fillPolygon(new int[] {x, 0, x + FLAG_WIDTH, FLAG_HEIGHT / 2, x, FLAG_HEIGHT});
    }

    @Override
    public void paint(Svg svg, Rectangle area) {
        for (Mark mark : marks) {
            double x = (double) area.x + pixel(mark);
            double top = area.y;
            svg.line(
                    new double[] {x, x},
                    new double[] {top, top + area.height},
                    new Svg.Stroke(color(mark.kind()), 1, "1 2"));
            svg.fill(
                    new double[] {x, x + FLAG_WIDTH, x},
                    new double[] {top, top + FLAG_HEIGHT / 2.0, top + FLAG_HEIGHT},
                    color(mark.kind()),
                    1);
        }
    }

    @Override
    public boolean drawBehindSeries() {
        return false;
    }
}
