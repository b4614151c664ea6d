package org.backprop.views.svg;

import org.backprop.views.svg.Svg.Anchor;
import org.backprop.views.svg.Svg.Stroke;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;

/** Draws a chart from its series and axes, as large as it is on the screen. */
final class ChartSvg {
    private static final int SWATCH = 14;
    private static final double MIDDLE = 0.35;

    private final Svg svg;
    private final Chart chart;
    private final Rectangle whole;
    private final Rectangle plot;
    private int missing;

    private ChartSvg(Svg svg, Chart chart, Point at) {
        this.svg = svg;
        this.chart = chart;
        Point size = chart.getSize();
        whole = new Rectangle(at.x, at.y, size.x, size.y);
        plot = placed(chart.getPlotArea().getControl());
    }

    private Rectangle placed(Control control) {
        Rectangle bounds = control.getBounds();
        return new Rectangle(whole.x + bounds.x, whole.y + bounds.y, bounds.width, bounds.height);
    }

    /** Draws a chart with its top left corner at a place; returns how many of its parts cannot be drawn. */
    static int draw(Svg svg, Chart chart, Point at) {
        ChartSvg drawing = new ChartSvg(svg, chart, at);
        drawing.draw();
        return drawing.missing;
    }

    private void draw() {
        svg.fill(whole, chart.getBackground());
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            if (axis.getTick().isVisible()) {
                new AxisSvg(svg, axis, plot, whole, AxisSvg.fontSize(chart)).draw();
            }
        }
        svg.beginClip(plot);
        custom(true);
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            if (series.isVisible()) {
                Scale x = new Scale(chart.getAxisSet().getXAxis(series.getXAxisId()), plot.x, plot.width);
                Scale y = new Scale(chart.getAxisSet().getYAxis(series.getYAxisId()), plot.y, plot.height);
                new SeriesSvg(svg, plot).draw(series, x, y);
            }
        }
        custom(false);
        svg.endClip();
        if (chart.getLegend().isVisible()) {
            legend();
        }
    }

    private void custom(boolean behind) {
        for (ICustomPaintListener listener : chart.getPlotArea().getCustomPaintListener()) {
            if (listener.drawBehindSeries() == behind) {
                if (listener instanceof SvgPaint paint) {
                    paint.paint(svg, plot);
                } else {
                    missing++;
                }
            }
        }
    }

    private void legend() {
        Rectangle legend = placed((Control) chart.getLegend());
        double size = AxisSvg.fontSize(chart);
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            Rectangle entry = chart.getLegend().getBounds(series.getId());
            if (entry == null || !series.isVisibleInLegend() || !(series instanceof ILineSeries<?> line)) {
                continue;
            }
            double left = (double) legend.x + entry.x;
            double middle = legend.y + entry.y + entry.height / 2.0;
            Stroke stroke = new Stroke(line.getLineColor(), line.getLineWidth(), SeriesSvg.dashes(line.getLineStyle()));
            svg.line(new double[] {left, left + SWATCH}, new double[] {middle, middle}, stroke);
            String name = series.getDescription() == null ? series.getId() : series.getDescription();
            svg.text(
                    name,
                    left + SWATCH + 4,
                    middle + size * MIDDLE,
                    Anchor.START,
                    size,
                    0,
                    chart.getLegend().getForeground());
        }
    }
}
