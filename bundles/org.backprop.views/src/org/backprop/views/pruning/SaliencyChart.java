package org.backprop.views.pruning;

import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.runlog.events.Histogram;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Figures;
import org.backprop.views.Themed;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Decades;
import org.backprop.views.charts.Histograms;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.Range;

/**
 * Saliency of a layer's weights on two logarithmic axes, with the threshold as a line. What lies to the left of the line is
 * fainter, because it would be pruned.
 */
final class SaliencyChart implements ICustomPaintListener {
    private static final int HANDLE = 5;
    private static final int GAP = 2;
    private static final double FAINT = 0.3;
    /** Lets a bar of one weight be seen. */
    private static final double ABOVE_ONE = 0.1;
    /** Values below that share of the greatest are drawn at the left edge. */
    private static final double SPAN = 8;

    private final Chart chart;
    private Optional<Histogram> shown = Optional.empty();
    private OptionalDouble threshold = OptionalDouble.empty();
    private ChartTheme theme;

    SaliencyChart(Composite parent) {
        chart = Charts.create(parent);
        chart.getLegend().setVisible(false);
        Charts.x(chart).getTick().setFormat(new Decades());
        Charts.y(chart).getTick().setFormat(new Decades());
        Charts.y(chart).getTitle().setText(Messages.axis_count);
        chart.getPlotArea().addCustomPaintListener(this);
        chart.getPlotArea().getControl().addListener(SWT.Resize, event -> shown.ifPresent(this::setYRange));
        Themed.follow(chart, this::style);
    }

    Chart control() {
        return chart;
    }

    /** @param title what the saliency is */
    void show(Optional<Histogram> histogram, String title) {
        boolean same = histogram.equals(shown);
        if (same && title.equals(Charts.x(chart).getTitle().getText())) {
            return;
        }
        shown = histogram;
        chart.suspendUpdate(true);
        Charts.x(chart).getTitle().setText(title);
        histogram.ifPresent(this::setRange);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private void setRange(Histogram histogram) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < histogram.buckets(); i++) {
            double begin = Histograms.begin(histogram, i);
            if (histogram.count(i) > 0 && histogram.limit(i) > 0) {
                least = Math.min(least, begin > 0 ? begin : histogram.limit(i));
            }
        }
        double right = Math.log10(histogram.max() > 0 ? histogram.max() : 1);
        double left = Math.max(Math.log10(least), right - SPAN);
        Charts.setXRange(chart, new Range(Math.min(left, right) - 0.15, right + 0.15));
        setYRange(histogram);
    }

    /** Leaves room above the highest bar for the number beside the line. */
    private void setYRange(Histogram histogram) {
        double most = 1;
        for (int i = 0; i < histogram.buckets(); i++) {
            most = Math.max(most, histogram.count(i));
        }
        double top = Math.log10(most) + ABOVE_ONE;
        Control plot = chart.getPlotArea().getControl();
        int height = plot.getSize().y;
        int free = height - numberHeight(plot);
        Charts.setYRange(chart, new Range(0, free > height / 2 ? top * height / free : top), false);
    }

    private static int numberHeight(Control plot) {
        GC gc = new GC(plot);
        try {
            return gc.getFontMetrics().getHeight() + GAP;
        } finally {
            gc.dispose();
        }
    }

    /** Moves the line. */
    void setThreshold(OptionalDouble value) {
        if (!value.equals(threshold)) {
            threshold = value;
            chart.getPlotArea().getControl().redraw();
        }
    }

    OptionalDouble threshold() {
        return threshold;
    }

    /** Whether there is something to drag the line over. */
    boolean isEmpty() {
        return shown.isEmpty() || shown.get().count() == 0;
    }

    /** The saliency at a place of the plot area. */
    double saliency(int x) {
        return Math.pow(10, Charts.x(chart).getDataCoordinate(x));
    }

    /** The least and the greatest threshold that the axis shows. */
    double limit(boolean greatest) {
        Range range = Charts.x(chart).getRange();
        return Math.pow(10, greatest ? range.upper : range.lower);
    }

    /** Where the line lies at first: at the left edge; nowhere if there is nothing to drag it over. */
    OptionalDouble start() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(limit(false));
    }

    @Override
    public void paintControl(PaintEvent event) {
        if (isEmpty()) {
            return;
        }
        GC gc = event.gc;
        Point size = chart.getPlotArea().getSize();
        bars(gc, size);
        threshold.ifPresent(value -> line(gc, size, value));
    }

    private void bars(GC gc, Point size) {
        Histogram histogram = shown.orElseThrow();
        int line = threshold.isPresent() ? x(threshold.getAsDouble()) : Integer.MIN_VALUE;
        for (int i = 0; i < histogram.buckets(); i++) {
            if (histogram.count(i) > 0) {
                int left = Math.max(0, x(Histograms.begin(histogram, i)));
                int right = Math.max(left + 1, x(histogram.limit(i)));
                int top = Charts.y(chart).getPixelCoordinate(Math.log10(histogram.count(i)) + ABOVE_ONE);
                int split = Math.clamp(line, left, right);
                gc.setBackground(ChartTheme.mix(theme.background(), theme.train(), FAINT));
                gc.fillRectangle(left, top, split - left, size.y - top);
                gc.setBackground(theme.train());
                gc.fillRectangle(split, top, right - split, size.y - top);
            }
        }
    }

    private void line(GC gc, Point size, double value) {
        int at = x(value);
        gc.setForeground(theme.foreground());
        gc.setBackground(theme.foreground());
        gc.setLineWidth(2);
        gc.drawLine(at, 0, at, size.y);
        gc.setAntialias(SWT.ON);
        gc.fillPolygon(new int[] {at - HANDLE, 0, at + HANDLE, 0, at, 2 * HANDLE});
        String text = Figures.loss(OptionalDouble.of(value));
        Point extent = gc.textExtent(text);
        int left = at + HANDLE + GAP + extent.x > size.x ? at - HANDLE - GAP - extent.x : at + HANDLE + GAP;
        gc.drawText(text, left, 0, true);
    }

    private int x(double value) {
        return value <= 0 ? Integer.MIN_VALUE / 2 : Charts.x(chart).getPixelCoordinate(Math.log10(value));
    }

    private void style(ChartTheme current) {
        theme = current;
        Charts.style(chart, theme);
        chart.redraw();
    }
}
