package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.charts.Charts;
import org.backprop.views.charts.Palette;
import org.backprop.views.svg.Svg;
import org.backprop.views.svg.Svg.Anchor;
import org.backprop.views.svg.SvgPaint;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ICustomPaintListener;

/** Says what a plot does not show: values that are not finite, as marks at the top edge; points outside; lines left out. */
final class NotePainter implements ICustomPaintListener, SvgPaint {
    private static final int RED = 3;
    private static final int HALF = 4;
    private static final int HEIGHT = 7;
    private static final int MARGIN = 4;
    private static final double FONT = 11;

    private final Chart chart;
    private Plot plot;
    private boolean linearInstead;
    private ChartTheme theme;

    NotePainter(Chart chart) {
        this.chart = chart;
        chart.getPlotArea().addCustomPaintListener(this);
    }

    /** @param linear whether a logarithmic scale was asked for that the values do not allow */
    void show(Plot shown, boolean linear) {
        plot = shown;
        linearInstead = linear;
    }

    void style(ChartTheme changed) {
        theme = changed;
    }

    /** What is said in the corner, line by line. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (plot == null) {
            return notes;
        }
        if (plot.nonFinite() > 0) {
            notes.add(NLS.bind(
                    plot.nonFinite() == 1 ? Messages.note_nonFiniteOne : Messages.note_nonFinite, plot.nonFinite()));
        }
        if (plot.bounds().outside() > 0) {
            int outside = plot.bounds().outside();
            notes.add(NLS.bind(outside == 1 ? Messages.note_outsideOne : Messages.note_outside, outside));
        }
        if (plot.leftOut() > 0) {
            notes.add(NLS.bind(Messages.note_leftOut, plot.leftOut()));
        }
        if (linearInstead) {
            notes.add(Messages.note_linear);
        }
        return notes;
    }

    private int[] places() {
        return plot.lines().stream()
                .flatMapToDouble(line -> Arrays.stream(line.nonFinite()))
                .mapToInt(x -> Charts.x(chart).getPixelCoordinate(x))
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public void paintControl(PaintEvent event) {
        if (plot == null || theme == null) {
            return;
        }
        GC gc = event.gc;
        gc.setBackground(Palette.color(RED));
        for (int x : places()) {
            gc.fillPolygon(new int[] {x - HALF, HEIGHT, x + HALF, HEIGHT, x, 0});
        }
        Point size = chart.getPlotArea().getSize();
        int line = gc.getFontMetrics().getHeight();
        int y = HEIGHT + 1;
        gc.setForeground(theme.foreground());
        for (String note : notes()) {
            gc.drawText(note, size.x - gc.textExtent(note).x - MARGIN, y, true);
            y += line;
        }
    }

    @Override
    public void paint(Svg svg, Rectangle area) {
        if (plot == null || theme == null) {
            return;
        }
        for (int place : places()) {
            double x = (double) area.x + place;
            svg.fill(
                    new double[] {x - HALF, x + HALF, x},
                    new double[] {area.y + HEIGHT, area.y + HEIGHT, area.y},
                    Palette.color(RED),
                    1);
        }
        double y = area.y + HEIGHT + FONT;
        for (String note : notes()) {
            svg.text(note, (double) area.x + area.width - MARGIN, y, Anchor.END, FONT, 0, theme.foreground());
            y += FONT + 2;
        }
    }

    @Override
    public boolean drawBehindSeries() {
        return false;
    }
}
