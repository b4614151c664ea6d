package org.backprop.views.curves;

import java.util.List;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Crosshair;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** A chart with training steps, their mean, and validation, over epochs or steps. */
final class CurveChart {
    private static final int SYMBOL = 3;
    private static final double RIGHT_MARGIN = 0.015;

    private final Chart chart;
    private final ILineSeries<?> steps;
    private final ILineSeries<?> train;
    private final ILineSeries<?> validation;
    private final MarkPainter marks;

    CurveChart(Composite parent, String quantity) {
        chart = Charts.create(parent);
        Charts.y(chart).getTitle().setText(quantity);
        steps = Charts.line(chart, Messages.series_steps, 1);
        train = Charts.line(chart, Messages.series_train, 2);
        validation = Charts.line(chart, Messages.series_validation, 2);
        validation.setLineStyle(LineStyle.DASH);
        validation.setSymbolType(PlotSymbolType.CIRCLE);
        validation.setSymbolSize(SYMBOL);
        marks = new MarkPainter(chart);
        ChartNavigation.install(chart);
        Crosshair.install(chart);
    }

    Chart control() {
        return chart;
    }

    /** Width of the plot area in pixels, at least 1. */
    int plotWidth() {
        return Charts.plotWidth(chart);
    }

    /** Draws a projection, with marks over it. */
    void show(Plot plot, List<Mark> marked, boolean logarithmic) {
        marks.show(marked);
        chart.suspendUpdate(true);
        set(steps, plot.steps());
        set(train, plot.train());
        set(validation, plot.validation());
        train.setSymbolType(plot.train().x().length == 1 ? PlotSymbolType.SQUARE : PlotSymbolType.NONE);
        Charts.x(chart).getTitle().setText(plot.inEpochs() ? Messages.axis_epoch : Messages.axis_step);
        setRange(Bounds.of(plot), logarithmic);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private static void set(ILineSeries<?> line, Points points) {
        line.setXSeries(points.x());
        line.setYSeries(points.y());
        line.setVisible(!points.isEmpty());
        line.setVisibleInLegend(!points.isEmpty());
    }

    private void setRange(Bounds bounds, boolean logarithmic) {
        Charts.setXRange(chart, new Range(0, bounds.right() == 0 ? 1 : bounds.right() * (1 + RIGHT_MARGIN)));
        Charts.setRange(chart, bounds.low(), bounds.high(), logarithmic);
    }

    /** Takes the colours of a theme. */
    void style(ChartTheme theme) {
        Charts.style(chart, theme);
        marks.style(theme);
        steps.setLineColor(theme.trainFaint());
        train.setLineColor(theme.train());
        train.setSymbolColor(theme.train());
        validation.setLineColor(theme.validation());
        validation.setSymbolColor(theme.validation());
        chart.redraw();
    }
}
