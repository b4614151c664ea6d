package org.backprop.views.evaluation;

import java.util.List;
import java.util.Locale;

import org.backprop.runlog.evaluation.Residuals;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Palette;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** Predicted numbers against those that should have been, above the samples with the greatest losses. */
final class ScatterPane implements Pane {
    private static final int MOST_POINTS = 2000;
    private static final double MARGIN = 0.04;

    private final SashForm control;
    private final Chart chart;
    private final SamplesPane samples;
    private List<Residuals> shown = List.of();
    private ChartTheme theme;
    private double low;
    private double high;

    ScatterPane(Composite parent) {
        control = new SashForm(parent, SWT.VERTICAL);
        chart = Charts.create(control);
        Charts.x(chart).getTitle().setText(Messages.axis_target);
        Charts.y(chart).getTitle().setText(Messages.axis_predicted);
        ChartNavigation.install(chart);
        samples = new SamplesPane(control);
        control.setWeights(65, 35);
        Themed.follow(chart, this::style);
    }

    @Override
    public String title() {
        return Messages.tab_scatter;
    }

    @Override
    public Control control() {
        return control;
    }

    @Override
    public void show(ShownEvaluation evaluation) {
        List<Residuals> residuals = evaluation.measured().orElseThrow().residuals();
        if (residuals != shown) {
            shown = residuals;
            draw();
        }
        samples.show(
                evaluation,
                NLS.bind(Messages.samples_greatest, evaluation.cards().size(), evaluation.cardCount()));
    }

    private void draw() {
        chart.suspendUpdate(true);
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            chart.getSeriesSet().deleteSeries(series.getId());
        }
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        int count = Math.min(Palette.size(), shown.size());
        for (int i = 0; i < count; i++) {
            String name =
                    count == 1 ? Messages.series_samples : String.format(Locale.ROOT, Messages.series_output, i + 1);
            points(name, shown.get(i), i);
        }
        if (low <= high) {
            double margin = Math.max(high - low, 1e-9) * MARGIN;
            Charts.setXRange(chart, new Range(low - margin, high + margin));
            Charts.setYRange(chart, new Range(low - margin, high + margin), false);
            ILineSeries<?> ideal = Charts.line(chart, Messages.series_ideal, 1);
            ideal.setLineStyle(LineStyle.DASH);
            ideal.setLineColor(theme.foreground());
            ideal.setXSeries(new double[] {low, high});
            ideal.setYSeries(new double[] {low, high});
        }
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private void points(String name, Residuals residuals, int color) {
        int size = Math.min(MOST_POINTS, residuals.targets().length);
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            int row = (int) ((long) i * residuals.targets().length / size);
            x[i] = residuals.targets()[row];
            y[i] = residuals.predicted()[row];
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                low = Math.min(low, Math.min(x[i], y[i]));
                high = Math.max(high, Math.max(x[i], y[i]));
            }
        }
        ILineSeries<?> series = Charts.line(chart, name, 1);
        series.setLineStyle(LineStyle.NONE);
        series.setSymbolType(PlotSymbolType.CIRCLE);
        series.setSymbolSize(2);
        series.setSymbolColor(Palette.color(color));
        series.setXSeries(x);
        series.setYSeries(y);
    }

    private void style(ChartTheme current) {
        theme = current;
        Charts.style(chart, theme);
        draw();
    }
}
