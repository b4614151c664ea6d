package org.backprop.views.gradients;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.ChartNavigation;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Decades;
import org.backprop.views.charts.Palette;
import org.backprop.views.marks.Mark;
import org.backprop.views.marks.MarkPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** A line for each layer; that of the selected one is thick. The tool tip names the line below the pointer, a click selects it. */
final class LinesChart {
    private static final int MOST_IN_LEGEND = 8;
    private static final int LEAST_HEIGHT = 200;
    private static final int SELECTED_WIDTH = 3;
    private static final double FAINT = 0.3;
    private static final double MARGIN = 0.05;

    private final Chart chart;
    private final ChartNavigation navigation;
    private final LinesOverlay overlay;
    private final MarkPainter marks;
    private Lines shown;
    private int selected;
    private ChartTheme theme;

    /**
     * @param changed called when another part is in sight
     * @param select called with the index of a layer whose line was clicked
     */
    LinesChart(Composite parent, Runnable changed, IntConsumer select) {
        chart = Charts.create(parent);
        Charts.x(chart).getTitle().setText(Messages.axis_step);
        navigation = ChartNavigation.install(chart);
        navigation.addListener(changed);
        overlay = new LinesOverlay(chart);
        marks = new MarkPainter(chart);
        Control area = chart.getPlotArea().getControl();
        area.addListener(SWT.MouseMove, event -> area.setToolTipText(tip(event.x, event.y)));
        area.addListener(
                SWT.MouseDown,
                event -> overlay.nearest(event.x, event.y).ifPresent(line -> select.accept(line.layer())));
        Themed.follow(chart, this::style);
    }

    Chart control() {
        return chart;
    }

    ChartNavigation navigation() {
        return navigation;
    }

    /** Width of the plot area in pixels, at least 1. */
    int plotWidth() {
        return Charts.plotWidth(chart);
    }

    private String tip(int x, int y) {
        String mark = marks.tip(x);
        return mark == null ? overlay.tip(x, y) : mark;
    }

    void show(Lines lines, List<Mark> marked, int selectedLayer) {
        shown = lines;
        marks.show(marked);
        selected = selectedLayer;
        overlay.show(lines);
        chart.suspendUpdate(true);
        removeOthers();
        all().forEach(this::draw);
        Charts.y(chart).getTitle().setText(lines.quantity().title());
        Charts.y(chart).getTick().setFormat(lines.quantity().isLogarithmic() ? new Decades() : null);
        int count = lines.layers().size() + lines.clipping().size();
        boolean tall = chart.getSize().y >= LEAST_HEIGHT;
        chart.getLegend().setVisible(tall && count <= MOST_IN_LEGEND);
        Charts.x(chart).getTitle().setVisible(tall);
        Charts.setRange(chart, lines.low(), lines.high(), false);
        double first = lines.span().first();
        double last = Math.max(first + 1, lines.span().last());
        Charts.setXRange(chart, new Range(first, last + (last - first) * MARGIN / 4));
        paintLines();
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private List<Line> all() {
        return Stream.of(List.of(shown.range()), shown.clipping(), shown.layers())
                .flatMap(List::stream)
                .toList();
    }

    /** Layers and the curves of clipping cannot be mistaken for each other, whatever the layers are called. */
    private static String id(Line line) {
        return line.layer() < 0 ? line.name() : line.name() + " ";
    }

    private void removeOthers() {
        Set<String> kept = new HashSet<>();
        all().forEach(line -> kept.add(id(line)));
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            if (!kept.contains(series.getId())) {
                chart.getSeriesSet().deleteSeries(series.getId());
            }
        }
    }

    private void draw(Line line) {
        ISeries<?> known = chart.getSeriesSet().getSeries(id(line));
        ILineSeries<?> series = known == null ? Charts.line(chart, id(line), 1) : (ILineSeries<?>) known;
        series.setDescription(line.name());
        series.setXSeries(line.x());
        series.setYSeries(line.y());
        series.setVisibleInLegend(!line.isEmpty() && line != shown.range());
        series.setSymbolType(line.x().length == 1 ? PlotSymbolType.CIRCLE : PlotSymbolType.NONE);
        series.setAntialias(shown.layers().size() > MOST_IN_LEGEND ? SWT.OFF : SWT.ON);
    }

    private void paintLines() {
        if (shown == null) {
            return;
        }
        series(shown.range()).setLineColor(ChartTheme.mix(theme.background(), color(selected), FAINT));
        for (int i = 0; i < shown.clipping().size(); i++) {
            series(shown.clipping().get(i)).setLineStyle(i == 0 ? LineStyle.DOT : LineStyle.DASH);
            series(shown.clipping().get(i)).setLineColor(theme.foreground());
        }
        for (Line line : shown.layers()) {
            series(line).setLineColor(color(line.layer()));
            series(line).setSymbolColor(color(line.layer()));
            series(line).setLineWidth(line.layer() == selected ? SELECTED_WIDTH : 1);
        }
    }

    private ILineSeries<?> series(Line line) {
        return (ILineSeries<?>) chart.getSeriesSet().getSeries(id(line));
    }

    /** A colour of its own for each of a few layers; for more, the depth tells the colour. */
    private Color color(int layer) {
        int last = Math.max(1, shown.layers().getLast().layer());
        return last < Palette.size()
                ? Palette.color(layer)
                : ChartTheme.mix(theme.train(), theme.validation(), Math.min(1, (double) layer / last));
    }

    private void style(ChartTheme current) {
        theme = current;
        overlay.style(current);
        marks.style(current);
        Charts.style(chart, theme);
        paintLines();
        chart.redraw();
    }
}
