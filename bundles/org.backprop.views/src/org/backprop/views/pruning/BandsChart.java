package org.backprop.views.pruning;

import java.util.Arrays;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Decades;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.Range;

/** Quantiles of the weights over time: bands of growing darkness around the median. */
final class BandsChart implements ICustomPaintListener {
    private static final double[] SHADES = {0.14, 0.32, 0.55};

    private final Chart chart;
    private final ILineSeries<?> median;
    private Bands bands = new Bands(new double[0], new double[0][0], false);
    private ChartTheme theme;

    BandsChart(Composite parent) {
        chart = Charts.create(parent);
        chart.getLegend().setVisible(false);
        Charts.x(chart).getTitle().setText(Messages.axis_step);
        median = Charts.line(chart, Messages.series_median, 2);
        chart.getPlotArea().addCustomPaintListener(this);
        chart.getPlotArea().getControl().setToolTipText(Messages.bands_tip);
        ChartNavigation.install(chart);
        Themed.follow(chart, this::style);
    }

    Chart control() {
        return chart;
    }

    /** The quantiles that are drawn. */
    Bands shown() {
        return bands;
    }

    void show(Bands shown) {
        bands = shown.logarithmic() ? decades(shown) : shown;
        chart.suspendUpdate(true);
        Charts.y(chart).getTitle().setText(shown.logarithmic() ? Messages.axis_magnitude : Messages.axis_weight);
        Charts.y(chart).getTick().setFormat(shown.logarithmic() ? new Decades() : null);
        median.setXSeries(bands.steps());
        median.setYSeries(bands.isEmpty() ? new double[0] : bands.values()[SHADES.length]);
        setRange();
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private static Bands decades(Bands bands) {
        double[][] values = Arrays.stream(bands.values())
                .map(row -> Arrays.stream(row).map(Math::log10).toArray())
                .toArray(double[][]::new);
        return new Bands(bands.steps(), values, true);
    }

    private void setRange() {
        if (bands.isEmpty()) {
            return;
        }
        double low =
                Arrays.stream(bands.values()[0]).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(bands.values()[bands.values().length - 1])
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Charts.setRange(chart, low, high, false);
        double first = bands.steps()[0];
        double last = bands.steps()[bands.steps().length - 1];
        Charts.setXRange(chart, first < last ? new Range(first, last) : new Range(first - 1, first + 1));
    }

    @Override
    public boolean drawBehindSeries() {
        return true;
    }

    @Override
    public void paintControl(PaintEvent event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        for (int i = 0; i < SHADES.length && !bands.isEmpty(); i++) {
            gc.setBackground(ChartTheme.mix(theme.background(), theme.train(), SHADES[i]));
            gc.fillPolygon(outline(bands.values()[i], bands.values()[bands.values().length - 1 - i]));
        }
    }

    private int[] outline(double[] low, double[] high) {
        IAxis x = Charts.x(chart);
        IAxis y = Charts.y(chart);
        int size = low.length;
        int[] points = new int[4 * size];
        for (int i = 0; i < size; i++) {
            int back = 2 * size - 1 - i;
            points[2 * i] = x.getPixelCoordinate(bands.steps()[i]);
            points[2 * i + 1] = y.getPixelCoordinate(finite(high[i]));
            points[2 * back] = points[2 * i];
            points[2 * back + 1] = y.getPixelCoordinate(finite(low[i]));
        }
        return points;
    }

    /** A step at which no weight was left has no quantiles. */
    private double finite(double value) {
        return Double.isFinite(value) ? value : Charts.y(chart).getRange().lower;
    }

    private void style(ChartTheme current) {
        theme = current;
        Charts.style(chart, theme);
        median.setLineColor(theme.train());
        chart.redraw();
    }
}
