package org.backprop.views.charts;

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

/** Makes, colours and scales charts, the same in all views. */
public final class Charts {
    private static final double MARGIN = 0.05;
    private static final double ROUNDING = 1e-6;

    private Charts() {}

    /** A chart without a title, with lines across at the marks of the y axis. */
    public static Chart create(Composite parent) {
        Chart chart = new Chart(parent, SWT.NONE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.TOP);
        y(chart).getGrid().setStyle(LineStyle.SOLID);
        x(chart).getGrid().setStyle(LineStyle.NONE);
        chart.addPaintListener(new UprightTitle(chart));
        return chart;
    }

    /** A new line without symbols. */
    public static ILineSeries<?> line(Chart chart, String name, int width) {
        ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, name);
        line.setSymbolType(PlotSymbolType.NONE);
        line.setLineWidth(width);
        line.setAntialias(SWT.ON);
        return line;
    }

    /** Takes the colours of a theme for all but the series. */
    public static void style(Chart chart, ChartTheme theme) {
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
    }

    /** Scales the y axis to values from {@code low} to {@code high}, on a logarithmic scale if all are positive. */
    public static void setRange(Chart chart, double low, double high, boolean logarithmic) {
        boolean log = logarithmic && low > 0;
        double size = Math.max(Math.abs(low), Math.abs(high));
        boolean constant = high - low <= size * ROUNDING;
        double margin = constant ? size * MARGIN + 1e-9 : (high - low) * MARGIN;
        setYRange(
                chart,
                log ? new Range(low / (1 + MARGIN), high * (1 + MARGIN)) : new Range(low - margin, high + margin),
                log);
    }

    /** Gives the y axis a range; the user's stays while {@linkplain ChartNavigation zoomed}. */
    public static void setYRange(Chart chart, Range range, boolean logarithmic) {
        ChartNavigation.of(chart)
                .ifPresentOrElse(
                        navigation -> navigation.fitY(range, logarithmic), () -> apply(y(chart), range, logarithmic));
    }

    /** Gives the x axis a range; the user's stays while {@linkplain ChartNavigation zoomed}. */
    public static void setXRange(Chart chart, Range range) {
        ChartNavigation.of(chart)
                .ifPresentOrElse(navigation -> navigation.fitX(range), () -> apply(x(chart), range, false));
    }

    static void apply(IAxis axis, Range range, boolean logarithmic) {
        axis.enableLogScale(false);
        axis.setRange(range);
        axis.enableLogScale(logarithmic);
    }

    /** Width of the plot area in pixels, at least 1. */
    public static int plotWidth(Chart chart) {
        return Math.max(1, chart.getPlotArea().getControl().getSize().x);
    }

    public static IAxis x(Chart chart) {
        return chart.getAxisSet().getXAxis(0);
    }

    public static IAxis y(Chart chart) {
        return chart.getAxisSet().getYAxis(0);
    }
}
