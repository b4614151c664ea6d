package org.backprop.views.curves;

import java.util.List;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Crosshair;
import org.backprop.views.charts.Palette;
import org.backprop.views.marks.Mark;
import org.backprop.views.marks.MarkPainter;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** A chart of one group of quantities. */
final class CurveChart {
    private static final String ACCURACY = "accuracy";
    private static final String FAINT = "faint ";
    private static final int SYMBOL = 3;
    private static final int MOST_SYMBOLS = 60;
    private static final int MOST_IN_LEGEND = 8;
    private static final double FAINT_SHARE = 0.35;
    private static final double PLAN_SHARE = 0.6;

    private final String group;
    private final Chart chart;
    private final ChartNavigation navigation;
    private final MarkPainter marks;
    private final NotePainter notes;
    private List<String> names = List.of();
    private List<Line> lines = List.of();
    private ChartTheme theme;

    /** @param zoomed called whenever the user looks at another part */
    CurveChart(Composite parent, String group, Runnable zoomed) {
        this.group = group;
        chart = Charts.create(parent);
        Charts.y(chart).getTitle().setText(title(group));
        marks = new MarkPainter(chart);
        marks.installTips();
        notes = new NotePainter(chart);
        navigation = ChartNavigation.install(chart);
        navigation.addListener(zoomed);
        Crosshair.install(chart);
    }

    private static String title(String group) {
        return switch (group) {
            case "loss" -> Messages.axis_loss;
            case ACCURACY -> Messages.axis_accuracy;
            case "learning_rate" -> Messages.axis_learningRate;
            default -> group;
        };
    }

    String group() {
        return group;
    }

    Chart control() {
        return chart;
    }

    ChartNavigation navigation() {
        return navigation;
    }

    /** What it says in its corner, for tests. */
    List<String> notes() {
        return notes.notes();
    }

    /** Width of the plot area in pixels, at least 1. */
    int plotWidth() {
        return Charts.plotWidth(chart);
    }

    /** Draws a plot, with marks over it. */
    void show(Plot plot, List<Mark> marked, boolean logarithmic) {
        boolean log = logarithmic && !group.equals(ACCURACY);
        marks.show(marked);
        notes.show(plot, log && plot.bounds().least() <= 0);
        chart.suspendUpdate(true);
        Charts.y(chart).enableLogScale(false);
        setLines(plot.lines());
        Charts.x(chart).getTitle().setText(plot.horizontal().title());
        Bounds bounds = plot.bounds();
        Charts.setXRange(chart, new Range(bounds.left(), bounds.right()));
        Charts.setRange(chart, bounds.low(), bounds.high(), log && bounds.least() > 0);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private void setLines(List<Line> shown) {
        List<String> now = shown.stream().map(Line::name).toList();
        boolean same = now.equals(names);
        lines = shown;
        if (!same) {
            names = now;
            for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
                chart.getSeriesSet().deleteSeries(series.getId());
            }
            shown.forEach(line -> Charts.line(chart, FAINT + line.name(), 1).setVisibleInLegend(false));
            shown.forEach(line -> Charts.line(chart, line.name(), 2));
            chart.getLegend().setVisible(shown.size() <= MOST_IN_LEGEND);
        }
        for (Line line : shown) {
            set(series(FAINT + line.name()), line.faint());
            ILineSeries<?> main = series(line.name());
            set(main, line.main());
            main.setSymbolType(symbol(line));
            main.setSymbolSize(SYMBOL);
        }
        if (theme != null) {
            color();
        }
    }

    private ILineSeries<?> series(String name) {
        return (ILineSeries<?>) chart.getSeriesSet().getSeries(name);
    }

    private static void set(ILineSeries<?> series, Points points) {
        series.setXSeries(points.x());
        series.setYSeries(points.y());
        series.setVisible(!points.isEmpty());
    }

    private static PlotSymbolType symbol(Line line) {
        int size = line.main().x().length;
        boolean dots = line.look().dash() != Look.Dash.SOLID && line.look().color() != Look.PLAN;
        return size == 1 || dots && size <= MOST_SYMBOLS ? PlotSymbolType.CIRCLE : PlotSymbolType.NONE;
    }

    /** Takes the colours of a theme. */
    void style(ChartTheme changed) {
        theme = changed;
        Charts.style(chart, theme);
        marks.style(theme);
        notes.style(theme);
        color();
        chart.redraw();
    }

    private void color() {
        for (Line line : lines) {
            Color color = color(line.look().color());
            series(FAINT + line.name()).setLineColor(ChartTheme.mix(theme.background(), color, FAINT_SHARE));
            ILineSeries<?> main = series(line.name());
            main.setLineColor(color);
            main.setSymbolColor(color);
            main.setLineStyle(
                    switch (line.look().dash()) {
                        case SOLID -> LineStyle.SOLID;
                        case DASHED -> LineStyle.DASH;
                        case DOTTED -> LineStyle.DOT;
                    });
        }
    }

    private Color color(int index) {
        return switch (index) {
            case Look.TRAIN -> theme.train();
            case Look.VALIDATION -> theme.validation();
            case Look.PLAN -> ChartTheme.mix(theme.background(), theme.foreground(), PLAN_SHARE);
            default -> Palette.color(index);
        };
    }
}
