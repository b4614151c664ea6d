package org.backprop.views.sweep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.backprop.ui.theme.ChartTheme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** A line for each trial in the colour of its setting; those that are selected stand out. */
final class SweepChart {
    private static final double MARGIN = 0.05;
    private static final int SYMBOL = 2;
    private static final int HIGHLIGHT = 4;

    private final Chart chart;
    private ChartTheme theme;
    private List<Curve> shown = List.of();
    private Set<Integer> selected = Set.of();

    SweepChart(Composite parent) {
        chart = new Chart(parent, SWT.NONE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        axis(false).getGrid().setStyle(LineStyle.SOLID);
        axis(true).getGrid().setStyle(LineStyle.NONE);
    }

    Chart control() {
        return chart;
    }

    /** Width of the plot area in pixels, at least 1. */
    int plotWidth() {
        return Math.max(1, chart.getPlotArea().getControl().getSize().x);
    }

    /** Draws curves. */
    void show(List<Curve> curves, boolean byTime, String metric, boolean logarithmic) {
        shown = curves;
        chart.suspendUpdate(true);
        removeOthers(curves);
        curves.forEach(this::draw);
        highlight();
        axis(true).getTitle().setText(byTime ? Messages.axis_time : Messages.axis_epoch);
        axis(false).getTitle().setText(metric);
        setRange(curves, logarithmic);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private void removeOthers(List<Curve> curves) {
        Set<String> kept = new HashSet<>();
        curves.forEach(curve -> kept.add(name(curve)));
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            if (!kept.contains(series.getId())) {
                chart.getSeriesSet().deleteSeries(series.getId());
            }
        }
    }

    private static String name(Curve curve) {
        return Integer.toString(curve.trial());
    }

    private void draw(Curve curve) {
        ILineSeries<?> line = line(curve);
        line.setXSeries(curve.x());
        line.setYSeries(curve.y());
    }

    private ILineSeries<?> line(Curve curve) {
        ISeries<?> known = chart.getSeriesSet().getSeries(name(curve));
        if (known != null) {
            return (ILineSeries<?>) known;
        }
        ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, name(curve));
        line.setAntialias(SWT.ON);
        line.setSymbolType(PlotSymbolType.CIRCLE);
        return line;
    }

    /** Lets the curves of some trials stand out; of none, all are alike. */
    void select(Set<Integer> trials) {
        selected = trials;
        highlight();
        chart.redraw();
    }

    private void highlight() {
        for (Curve curve : shown) {
            boolean stands = selected.contains(curve.trial());
            ILineSeries<?> line = line(curve);
            line.setLineColor(stands || selected.isEmpty() ? Palette.color(curve.setting()) : faint(curve.setting()));
            line.setSymbolColor(line.getLineColor());
            line.setLineWidth(stands ? 3 : 1);
            line.setSymbolSize(stands ? HIGHLIGHT : SYMBOL);
            if (stands) {
                chart.getSeriesSet().bringToFront(line.getId());
            }
        }
    }

    private Color faint(int setting) {
        return ChartTheme.mix(theme.background(), Palette.color(setting), 0.35);
    }

    private void setRange(List<Curve> curves, boolean logarithmic) {
        double right = values(curves.stream().map(Curve::x)).max().orElse(1);
        double low = values(curves.stream().map(Curve::y)).min().orElse(0);
        double high = values(curves.stream().map(Curve::y)).max().orElse(1);
        boolean log = logarithmic && low > 0;
        IAxis y = axis(false);
        y.enableLogScale(false);
        axis(true).setRange(new Range(0, right == 0 ? 1 : right * (1 + MARGIN / 2)));
        double margin = Math.max(high - low, Math.abs(high) * 1e-3 + 1e-9) * MARGIN;
        y.setRange(log ? new Range(low / (1 + MARGIN), high * (1 + MARGIN)) : new Range(low - margin, high + margin));
        y.enableLogScale(log);
    }

    private static DoubleStream values(Stream<double[]> arrays) {
        return arrays.flatMapToDouble(Arrays::stream);
    }

    /** Takes the view's colours if they have changed. */
    void adoptTheme() {
        ChartTheme current = ChartTheme.of(chart.getParent());
        if (current.equals(theme)) {
            return;
        }
        theme = current;
        chart.setBackground(theme.background());
        chart.getPlotArea().setBackground(theme.background());
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setFont(chart.getFont());
            axis.getTick().setForeground(theme.foreground());
            axis.getTitle().setForeground(theme.foreground());
            axis.getGrid().setForeground(theme.grid());
        }
        highlight();
        chart.redraw();
    }

    private IAxis axis(boolean x) {
        return x ? chart.getAxisSet().getXAxis(0) : chart.getAxisSet().getYAxis(0);
    }
}
