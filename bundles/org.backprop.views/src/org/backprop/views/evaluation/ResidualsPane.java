package org.backprop.views.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.backprop.runlog.evaluation.Residuals;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.Charts;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.Range;

/** How the residuals of all outputs are distributed. */
final class ResidualsPane implements Pane, ICustomPaintListener {
    private static final int LEAST_BINS = 5;
    private static final int MOST_BINS = 60;

    private final Chart chart;
    private List<Residuals> residuals = List.of();
    private Residuals.Bins shown = new Residuals.Bins(0, 0, new int[0]);
    private ChartTheme theme;

    ResidualsPane(Composite parent) {
        chart = Charts.create(parent);
        chart.getLegend().setVisible(false);
        Charts.x(chart).getTitle().setText(Messages.axis_residual);
        Charts.y(chart).getTitle().setText(Messages.axis_samples);
        chart.getPlotArea().addCustomPaintListener(this);
        Themed.follow(chart, this::style);
    }

    /** Mean absolute error, root mean squared error and coefficient of determination, means over the outputs. */
    static String figures(List<Residuals> residuals) {
        return NLS.bind(Messages.title_errors, new Object[] {
            Numbers.of(mean(residuals, Residuals::meanAbsolute)),
            Numbers.of(mean(residuals, Residuals::rootMeanSquare)),
            Numbers.share(mean(residuals, Residuals::determination))
        });
    }

    private static double mean(List<Residuals> residuals, ToDoubleFunction<Residuals> measure) {
        return residuals.stream().mapToDouble(measure).average().orElse(Double.NaN);
    }

    @Override
    public String title() {
        return Messages.tab_residuals;
    }

    @Override
    public Control control() {
        return chart;
    }

    @Override
    public void show(ShownEvaluation evaluation) {
        List<Residuals> all = evaluation.measured().orElseThrow().residuals();
        if (all != residuals) {
            residuals = all;
            Residuals joined = joined(all);
            shown = joined.bins(bins(joined.targets().length));
            double end = shown.from() + Math.max(shown.width(), 1e-9) * shown.counts().length;
            Charts.setXRange(chart, new Range(shown.from(), end));
            int most = Arrays.stream(shown.counts()).max().orElse(0);
            Charts.setYRange(chart, new Range(0, Math.max(1, most * 1.05)), false);
            chart.redraw();
        }
    }

    /** The Rice rule. */
    private static int bins(int samples) {
        return Math.clamp((int) Math.ceil(2 * Math.cbrt(samples)), LEAST_BINS, MOST_BINS);
    }

    private static Residuals joined(List<Residuals> all) {
        int size = all.stream().mapToInt(each -> each.targets().length).sum();
        float[] predicted = new float[size];
        float[] targets = new float[size];
        int at = 0;
        for (Residuals each : all) {
            System.arraycopy(each.predicted(), 0, predicted, at, each.predicted().length);
            System.arraycopy(each.targets(), 0, targets, at, each.targets().length);
            at += each.targets().length;
        }
        return new Residuals(predicted, targets);
    }

    @Override
    public boolean drawBehindSeries() {
        return true;
    }

    @Override
    public void paintControl(PaintEvent event) {
        IAxis x = Charts.x(chart);
        IAxis y = Charts.y(chart);
        event.gc.setBackground(theme.train());
        int bottom = y.getPixelCoordinate(0);
        for (int bin = 0; bin < shown.counts().length; bin++) {
            int left = x.getPixelCoordinate(shown.from() + bin * shown.width());
            int right = x.getPixelCoordinate(shown.from() + (bin + 1) * shown.width());
            int top = y.getPixelCoordinate(shown.counts()[bin]);
            event.gc.fillRectangle(left, top, Math.max(1, right - left - 1), bottom - top);
        }
        event.gc.setForeground(theme.foreground());
        int zero = x.getPixelCoordinate(0);
        event.gc.drawLine(zero, 0, zero, bottom);
    }

    private void style(ChartTheme current) {
        theme = current;
        Charts.style(chart, theme);
        chart.redraw();
    }
}
