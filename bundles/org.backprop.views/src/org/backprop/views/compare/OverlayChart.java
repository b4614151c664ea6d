package org.backprop.views.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

import org.backprop.views.Themed;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Palette;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** A curve for each run, told apart by colour and dashes. */
final class OverlayChart {
    private static final double RIGHT_MARGIN = 0.025;
    private static final int MOST_IN_LEGEND = 8;
    private static final LineStyle[] DASHES = {LineStyle.SOLID, LineStyle.DASH, LineStyle.DOT, LineStyle.DASHDOT};

    private final Chart chart;

    OverlayChart(Composite parent) {
        chart = Charts.create(parent);
        Themed.follow(parent, theme -> {
            Charts.style(chart, theme);
            chart.redraw();
        });
    }

    Chart control() {
        return chart;
    }

    void show(List<Curve> curves, String metric, boolean logarithmic) {
        chart.suspendUpdate(true);
        List<String> names = curves.stream().map(Curve::name).toList();
        if (!names.equals(shownNames())) {
            for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
                chart.getSeriesSet().deleteSeries(series.getId());
            }
            for (int i = 0; i < names.size(); i++) {
                add(names.get(i), i);
            }
        }
        curves.forEach(this::draw);
        chart.getLegend().setVisible(curves.size() <= MOST_IN_LEGEND);
        Charts.x(chart).getTitle().setText(Messages.axis_epoch);
        Charts.y(chart).getTitle().setText(metric);
        double right = values(curves, Curve::x).max().orElse(1);
        Charts.x(chart).setRange(new Range(0, right == 0 ? 1 : right * (1 + RIGHT_MARGIN)));
        double low = values(curves, Curve::y).min().orElse(0);
        Charts.setRange(chart, low, values(curves, Curve::y).max().orElse(1), logarithmic);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private List<String> shownNames() {
        return Arrays.stream(chart.getSeriesSet().getSeries())
                .map(ISeries::getId)
                .toList();
    }

    private void add(String name, int index) {
        ILineSeries<?> line = Charts.line(chart, name, 2);
        line.setLineColor(Palette.color(index));
        line.setSymbolColor(Palette.color(index));
        line.setLineStyle(DASHES[index % DASHES.length]);
    }

    private void draw(Curve curve) {
        ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().getSeries(curve.name());
        line.setXSeries(curve.x());
        line.setYSeries(curve.y());
        line.setVisible(curve.x().length > 0);
        line.setSymbolType(curve.x().length == 1 ? PlotSymbolType.SQUARE : PlotSymbolType.NONE);
    }

    private static DoubleStream values(List<Curve> curves, Function<Curve, double[]> coordinate) {
        return curves.stream().map(coordinate).flatMapToDouble(Arrays::stream);
    }
}
