package org.backprop.views.curves;

import org.backprop.ui.theme.ChartTheme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** A chart with training steps, their mean, and validation, over epochs or steps. */
final class CurveChart {
    private static final int SYMBOL = 3;
    private static final double MARGIN = 0.05;
    private static final double RIGHT_MARGIN = 0.015;

    private final Chart chart;
    private final ILineSeries<?> steps;
    private final ILineSeries<?> train;
    private final ILineSeries<?> validation;

    CurveChart(Composite parent, String quantity) {
        chart = new Chart(parent, SWT.NONE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.TOP);
        y().getTitle().setText(quantity);
        y().getGrid().setStyle(LineStyle.SOLID);
        x().getGrid().setStyle(LineStyle.NONE);
        steps = line(Messages.series_steps, 1);
        train = line(Messages.series_train, 2);
        validation = line(Messages.series_validation, 2);
        validation.setLineStyle(LineStyle.DASH);
        validation.setSymbolType(PlotSymbolType.CIRCLE);
        validation.setSymbolSize(SYMBOL);
    }

    private ILineSeries<?> line(String name, int width) {
        ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, name);
        line.setSymbolType(PlotSymbolType.NONE);
        line.setLineWidth(width);
        line.setAntialias(SWT.ON);
        return line;
    }

    Chart control() {
        return chart;
    }

    /** Width of the plot area in pixels, at least 1. */
    int plotWidth() {
        return Math.max(1, chart.getPlotArea().getControl().getSize().x);
    }

    /** Draws a projection. */
    void show(Plot plot, boolean logarithmic) {
        chart.suspendUpdate(true);
        set(steps, plot.steps());
        set(train, plot.train());
        set(validation, plot.validation());
        train.setSymbolType(plot.train().x().length == 1 ? PlotSymbolType.SQUARE : PlotSymbolType.NONE);
        x().getTitle().setText(plot.inEpochs() ? Messages.axis_epoch : Messages.axis_step);
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
        boolean log = logarithmic && bounds.low() > 0;
        y().enableLogScale(false);
        x().setRange(new Range(0, bounds.right() == 0 ? 1 : bounds.right() * (1 + RIGHT_MARGIN)));
        if (log) {
            y().setRange(new Range(bounds.low() / (1 + MARGIN), bounds.high() * (1 + MARGIN)));
            y().enableLogScale(true);
        } else {
            double margin = Math.max(bounds.high() - bounds.low(), Math.abs(bounds.high()) * 1e-3 + 1e-9) * MARGIN;
            y().setRange(new Range(bounds.low() - margin, bounds.high() + margin));
        }
    }

    /** Takes the colours of a theme. */
    void style(ChartTheme theme) {
        chart.setBackground(theme.background());
        chart.getPlotArea().setBackground(theme.background());
        chart.getLegend().setBackground(theme.background());
        chart.getLegend().setForeground(theme.foreground());
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setFont(chart.getFont());
            axis.getTick().setForeground(theme.foreground());
            axis.getTitle().setForeground(theme.foreground());
            axis.getGrid().setForeground(theme.grid());
        }
        steps.setLineColor(theme.trainFaint());
        train.setLineColor(theme.train());
        train.setSymbolColor(theme.train());
        validation.setLineColor(theme.validation());
        validation.setSymbolColor(theme.validation());
        chart.redraw();
    }

    private IAxis x() {
        return chart.getAxisSet().getXAxis(0);
    }

    private IAxis y() {
        return chart.getAxisSet().getYAxis(0);
    }
}
