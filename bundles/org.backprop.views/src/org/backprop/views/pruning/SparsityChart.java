package org.backprop.views.pruning;

import java.util.List;

import org.backprop.runlog.series.Series;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Crosshair;
import org.backprop.views.marks.Mark;
import org.backprop.views.marks.MarkPainter;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** Sparsity of a layer and of the whole network over time, with a mark at each pruning. */
final class SparsityChart {
    private static final int SYMBOL = 4;
    private static final int PERCENT = 100;

    private final Chart chart;
    private final ILineSeries<?> layer;
    private final ILineSeries<?> all;
    private final ILineSeries<?> events;
    private final MarkPainter marks;

    SparsityChart(Composite parent) {
        chart = Charts.create(parent);
        Charts.x(chart).getTitle().setText(Messages.axis_step);
        Charts.y(chart).getTitle().setText(Messages.axis_sparsity);
        all = Charts.line(chart, Messages.series_all, 1);
        all.setLineStyle(LineStyle.DASH);
        layer = Charts.line(chart, Messages.series_layer, 2);
        events = Charts.line(chart, Messages.series_events, 1);
        events.setLineStyle(LineStyle.NONE);
        events.setSymbolType(PlotSymbolType.INVERTED_TRIANGLE);
        events.setSymbolSize(SYMBOL);
        layer.enableStep(true);
        all.enableStep(true);
        marks = new MarkPainter(chart);
        marks.installTips();
        ChartNavigation.install(chart);
        Crosshair.install(chart);
        Themed.follow(chart, this::style);
    }

    Chart control() {
        return chart;
    }

    void show(SparsityCurve curve, List<Mark> marked) {
        marks.show(marked);
        chart.suspendUpdate(true);
        set(layer, curve.layer(), curve.layer());
        set(all, curve.all(), curve.all());
        set(events, curve.events(), curve.layer().isEmpty() ? curve.all() : curve.layer());
        Charts.setXRange(chart, range(curve));
        Charts.setYRange(chart, new Range(-2, PERCENT + 4), false);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private static Range range(SparsityCurve curve) {
        double margin = Math.max(1, (curve.last() - curve.first()) * 0.02);
        return new Range(curve.first() - margin, Math.max(curve.first(), curve.last()) + margin);
    }

    /** Draws the points of {@code at} with the values that {@code curve} has there. */
    private static void set(ILineSeries<?> line, Series at, Series curve) {
        int size = curve.isEmpty() ? 0 : at.size();
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = at.step(i);
            y[i] = at == curve ? curve.value(i) * PERCENT : value(curve, at.step(i)) * PERCENT;
        }
        line.setXSeries(x);
        line.setYSeries(y);
        line.setVisible(size > 0);
        line.setVisibleInLegend(size > 0);
    }

    private static double value(Series curve, long step) {
        return curve.value(Math.max(0, curve.firstAtOrAfter(step + 1) - 1));
    }

    private void style(ChartTheme theme) {
        Charts.style(chart, theme);
        marks.style(theme);
        layer.setLineColor(theme.train());
        all.setLineColor(theme.validation());
        events.setSymbolColor(theme.foreground());
        chart.redraw();
    }
}
