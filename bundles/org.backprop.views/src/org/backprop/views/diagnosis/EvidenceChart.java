package org.backprop.views.diagnosis;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.Charts;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** The curves that show a fault, the threshold as a dashed line across, and a dotted line at the step of the beginning. */
final class EvidenceChart {
    private static final double MARGIN = 0.02;
    private static final int[] STYLE_WIDTHS = {2, 1};

    private final Chart chart;
    private final ILineSeries<?>[] curves;
    private final ILineSeries<?> threshold;
    private final ILineSeries<?> since;

    EvidenceChart(Composite parent) {
        chart = Charts.create(parent);
        Charts.x(chart).getTitle().setText(Messages.axis_step);
        Charts.y(chart).getTitle().setVisible(false);
        curves =
                new ILineSeries<?>[] {Charts.line(chart, "0", STYLE_WIDTHS[0]), Charts.line(chart, "1", STYLE_WIDTHS[1])
                };
        threshold = Charts.line(chart, "threshold", 1);
        threshold.setLineStyle(LineStyle.DASH);
        threshold.setDescription(Messages.series_threshold);
        since = Charts.line(chart, "since", 1);
        since.setLineStyle(LineStyle.DOT);
        since.setDescription(Messages.series_since);
        Themed.follow(chart, this::style);
    }

    Chart control() {
        return chart;
    }

    /** Width of the plot area in pixels, at least 1. */
    int plotWidth() {
        return Charts.plotWidth(chart);
    }

    void show(EvidencePlot plot) {
        chart.suspendUpdate(true);
        for (int i = 0; i < curves.length; i++) {
            boolean there = i < plot.lines().size();
            double[] x = there ? plot.lines().get(i).x() : new double[0];
            set(curves[i], x, there ? plot.lines().get(i).y() : new double[0]);
            curves[i].setDescription(there ? plot.lines().get(i).tag() : "");
            curves[i].setSymbolType(x.length == 1 ? PlotSymbolType.CIRCLE : PlotSymbolType.NONE);
        }
        double margin = Math.max(1, (plot.last() - plot.first()) * MARGIN);
        double left = plot.first() - margin;
        double right = plot.last() + margin;
        double level = plot.threshold().orElse(0);
        boolean known = plot.threshold().isPresent();
        set(threshold, known ? new double[] {left, right} : new double[0], known ? twice(level) : new double[0]);
        boolean begins = plot.since() > plot.first();
        double[] span = {plot.least(), plot.greatest()};
        set(since, begins ? twice(plot.since()) : new double[0], begins ? span : new double[0]);
        Charts.x(chart).setRange(new Range(left, right));
        Charts.setRange(chart, plot.least(), plot.greatest(), plot.isLogarithmic());
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private static double[] twice(double value) {
        return new double[] {value, value};
    }

    private static void set(ILineSeries<?> line, double[] x, double[] y) {
        line.setXSeries(x);
        line.setYSeries(y);
        line.setVisible(x.length > 0);
        line.setVisibleInLegend(x.length > 0);
    }

    private void style(ChartTheme theme) {
        Charts.style(chart, theme);
        curves[0].setLineColor(theme.train());
        curves[0].setSymbolColor(theme.train());
        curves[1].setLineColor(theme.validation());
        threshold.setLineColor(theme.foreground());
        since.setLineColor(theme.foreground());
        chart.redraw();
    }
}
