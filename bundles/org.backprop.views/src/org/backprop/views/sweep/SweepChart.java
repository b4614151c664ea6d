package org.backprop.views.sweep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Crosshair;
import org.backprop.views.charts.Palette;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.Range;

/** A line for each trial in the colour of its setting; those that are selected stand out. */
final class SweepChart {
    private static final double RIGHT_MARGIN = 0.025;
    private static final int SYMBOL = 2;
    private static final int HIGHLIGHT = 4;

    private final Chart chart;
    private ChartTheme theme;
    private List<Curve> shown = List.of();
    private Set<Integer> selected = Set.of();

    SweepChart(Composite parent) {
        chart = Charts.create(parent);
        chart.getLegend().setVisible(false);
        ChartNavigation.install(chart);
        Crosshair.install(chart);
        Themed.follow(parent, this::style);
    }

    Chart control() {
        return chart;
    }

    /** Width of the plot area in pixels, at least 1. */
    int plotWidth() {
        return Charts.plotWidth(chart);
    }

    /** Draws curves. */
    void show(List<Curve> curves, boolean byTime, String metric, boolean logarithmic) {
        shown = curves;
        chart.suspendUpdate(true);
        removeOthers(curves);
        curves.forEach(this::draw);
        highlight();
        Charts.x(chart).getTitle().setText(byTime ? Messages.axis_time : Messages.axis_epoch);
        Charts.y(chart).getTitle().setText(metric);
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
        ILineSeries<?> line = Charts.line(chart, name(curve), 1);
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
        Charts.setXRange(chart, new Range(0, right == 0 ? 1 : right * (1 + RIGHT_MARGIN)));
        Charts.setRange(chart, low, high, logarithmic);
    }

    private static DoubleStream values(Stream<double[]> arrays) {
        return arrays.flatMapToDouble(Arrays::stream);
    }

    private void style(ChartTheme current) {
        theme = current;
        Charts.style(chart, theme);
        highlight();
        chart.redraw();
    }
}
