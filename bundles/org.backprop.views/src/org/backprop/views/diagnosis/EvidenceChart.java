package org.backprop.views.diagnosis;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

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
    private static final double SMALL = 0.01;
    private static final double GREAT = 1e5;
    private static final String SCIENTIFIC = "0.#E0";
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private final Chart chart;
    private final ILineSeries<?>[] curves;
    private final ILineSeries<?> threshold;
    private final ILineSeries<?> since;

    EvidenceChart(Composite parent) {
        chart = Charts.create(parent);
        Charts.x(chart).getTitle().setText(Messages.axis_step);
        Charts.y(chart).getTitle().setVisible(false);
        curves = new ILineSeries<?>[] {Charts.line(chart, "0", 2), Charts.line(chart, "1", 1)};
        threshold = Charts.line(chart, "threshold", 1);
        threshold.setLineStyle(LineStyle.DASH);
        threshold.setDescription(Messages.series_threshold);
        since = Charts.line(chart, "since", 1);
        since.setLineStyle(LineStyle.DOT);
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
        since.setVisibleInLegend(false);
        Charts.x(chart).setRange(new Range(left, right));
        Charts.setRange(chart, plot.least(), plot.greatest(), plot.isLogarithmic());
        Charts.y(chart).getGrid().setStyle(plot.isLogarithmic() ? LineStyle.NONE : LineStyle.SOLID);
        Charts.y(chart).getTick().setFormat(isCommon(plot) ? null : new DecimalFormat(SCIENTIFIC, SYMBOLS));
        chart.suspendUpdate(false);
        chart.redraw();
    }

    /** Whether the numbers can be written with a few digits. */
    private static boolean isCommon(EvidencePlot plot) {
        double size = Math.max(Math.abs(plot.least()), Math.abs(plot.greatest()));
        return size >= SMALL && size < GREAT && (!plot.isLogarithmic() || plot.least() >= SMALL);
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
