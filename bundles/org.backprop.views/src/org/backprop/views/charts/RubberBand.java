package org.backprop.views.charts;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.svg.Svg;
import org.backprop.views.svg.SvgPaint;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;

/** The rectangle that the user is dragging over a chart. */
final class RubberBand implements ICustomPaintListener, SvgPaint {
    private static final int ALPHA = 50;

    private final Chart chart;
    private Rectangle shown;
    private ChartTheme theme;

    RubberBand(Chart chart) {
        this.chart = chart;
        chart.getPlotArea().addCustomPaintListener(this);
        Themed.follow(chart, changed -> theme = changed);
    }

    /** Shows a rectangle in pixels of the plot area; null for none. */
    void show(Rectangle rectangle) {
        if (shown != null || rectangle != null) {
            shown = rectangle;
            chart.getPlotArea().getControl().redraw();
        }
    }

    @Override
    public void paintControl(PaintEvent event) {
        if (shown != null) {
            event.gc.setBackground(theme.foreground());
            event.gc.setForeground(theme.foreground());
            event.gc.setAlpha(ALPHA);
            event.gc.fillRectangle(shown);
            event.gc.setAlpha(255);
            event.gc.drawRectangle(shown.x, shown.y, shown.width - 1, shown.height - 1);
        }
    }

    /** A gesture is no part of a drawing. */
    @Override
    public void paint(Svg svg, Rectangle area) {}
}
