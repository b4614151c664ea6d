package org.backprop.views.marks;

import java.util.List;
import java.util.Objects;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.charts.Charts;
import org.backprop.views.svg.Svg;
import org.backprop.views.svg.SvgPaint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;

/** Draws marks as vertical lines with a flag. */
public final class MarkPainter implements ICustomPaintListener, SvgPaint {
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
        return Flags.tip(marks, pixel, this::pixel);
    }

    private int pixel(Mark mark) {
        return Charts.x(chart).getPixelCoordinate(mark.x());
    }

    @Override
    public void paintControl(PaintEvent event) {
        if (theme == null || marks.isEmpty()) {
            return;
        }
        Flags.draw(event.gc, theme, marks, chart.getPlotArea().getControl().getSize().y, this::pixel);
    }

    @Override
    public void paint(Svg svg, Rectangle area) {
        for (Mark mark : marks) {
            double x = (double) area.x + pixel(mark);
            double top = area.y;
            svg.line(
                    new double[] {x, x},
                    new double[] {top, top + area.height},
                    new Svg.Stroke(Flags.color(theme, mark.kind()), 1, "1 2"));
            svg.fill(
                    new double[] {x, x + Flags.WIDTH, x},
                    new double[] {top, top + Flags.HEIGHT / 2.0, top + Flags.HEIGHT},
                    Flags.color(theme, mark.kind()),
                    1);
        }
    }

    @Override
    public boolean drawBehindSeries() {
        return false;
    }
}
