package org.backprop.views.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Palette;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** A curve for each class; of many classes those with the least area, as many as there are colours. */
final class LinesPane implements Pane {
    private static final double MARGIN = 0.02;

    private final String title;
    private final Chart chart;
    private final Function<Measured, List<Line>> lines;
    private final boolean diagonal;
    private List<Line> shown = List.of();
    private ChartTheme theme;

    private LinesPane(
            Composite parent,
            String title,
            String x,
            String y,
            boolean diagonal,
            Function<Measured, List<Line>> lines) {
        this.title = title;
        this.lines = lines;
        this.diagonal = diagonal;
        chart = Charts.create(parent);
        Charts.x(chart).getTitle().setText(x);
        Charts.y(chart).getTitle().setText(y);
        ChartNavigation.install(chart);
        Charts.setXRange(chart, new Range(-MARGIN, 1 + MARGIN));
        Charts.setYRange(chart, new Range(-MARGIN, 1 + MARGIN), false);
        Themed.follow(chart, this::style);
    }

    static LinesPane roc(Composite parent) {
        return new LinesPane(
                parent,
                Messages.tab_roc,
                Messages.axis_falsePositiveRate,
                Messages.axis_truePositiveRate,
                true,
                Measured::roc);
    }

    static LinesPane precisionRecall(Composite parent) {
        return new LinesPane(
                parent,
                Messages.tab_precisionRecall,
                Messages.axis_recall,
                Messages.axis_precision,
                false,
                Measured::precisionRecall);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Control control() {
        return chart;
    }

    @Override
    public void show(ShownEvaluation evaluation) {
        List<Line> all = lines.apply(evaluation.measured().orElseThrow());
        if (all != shown) {
            shown = all;
            draw();
        }
    }

    private void draw() {
        chart.suspendUpdate(true);
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            chart.getSeriesSet().deleteSeries(series.getId());
        }
        if (diagonal) {
            ILineSeries<?> guess = Charts.line(chart, Messages.series_chance, 1);
            guess.setLineStyle(LineStyle.DASH);
            guess.setLineColor(theme.foreground());
            set(guess, new double[] {0, 1}, new double[] {0, 1});
        }
        int count = Math.min(Palette.size(), shown.size());
        for (int i = 0; i < count; i++) {
            Line line = shown.get(i);
            String name = String.format(Locale.ROOT, "%s (%.3f)", line.name(), line.area());
            ILineSeries<?> series = Charts.line(chart, name, 2);
            series.setLineColor(Palette.color(i));
            set(series, line.x(), line.y());
        }
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private static void set(ILineSeries<?> series, double[] x, double[] y) {
        series.setXSeries(x);
        series.setYSeries(y);
    }

    private void style(ChartTheme current) {
        theme = current;
        Charts.style(chart, theme);
        draw();
    }
}
