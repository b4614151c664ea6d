package org.backprop.views.charts;

import java.util.List;

import org.backprop.ui.theme.ChartTheme;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** The box beside a crosshair: x, and below a line for each reading. */
final class ReadingBox {
    private static final int MOST = 12;
    private static final int MARGIN = 5;
    private static final int SWATCH = 8;
    private static final int SHADE = 235;
    private static final int OPAQUE = 255;

    private final Crosshair.Labels labels;

    ReadingBox(Crosshair.Labels labels) {
        this.labels = labels;
    }

    /** @param at pixel of the crosshair; the box stands on the side where there is more room */
    void draw(GC gc, ChartTheme theme, double x, List<Reading> readings, int at, Point area) {
        List<Reading> shown = readings.subList(0, Math.min(MOST, readings.size()));
        String title = labels.x(x);
        String more = readings.size() > MOST ? NLS.bind(Messages.crosshair_more, readings.size() - MOST) : "";
        int line = gc.getFontMetrics().getHeight() + 1;
        int width = Math.max(gc.textExtent(title).x, gc.textExtent(more).x);
        for (Reading reading : shown) {
            width = Math.max(width, SWATCH + MARGIN + gc.textExtent(text(reading)).x);
        }
        width += 2 * MARGIN;
        int height = (shown.size() + (more.isEmpty() ? 1 : 2)) * line + 2 * MARGIN;
        int left = at < area.x / 2 ? at + MARGIN : at - MARGIN - width;
        frame(gc, theme, left, width, height);
        gc.drawText(title, left + MARGIN, MARGIN + 1, true);
        for (int i = 0; i < shown.size(); i++) {
            int top = 1 + MARGIN + (i + 1) * line;
            gc.setBackground(shown.get(i).color());
            gc.fillRectangle(left + MARGIN, top + (line - SWATCH) / 2, SWATCH, SWATCH);
            gc.drawText(text(shown.get(i)), left + 2 * MARGIN + SWATCH, top, true);
        }
        gc.drawText(more, left + MARGIN, 1 + MARGIN + (shown.size() + 1) * line, true);
    }

    private static void frame(GC gc, ChartTheme theme, int left, int width, int height) {
        gc.setAlpha(SHADE);
        gc.setBackground(theme.background());
        gc.fillRectangle(left, 1, width, height);
        gc.setAlpha(OPAQUE);
        gc.setForeground(theme.grid());
        gc.drawRectangle(left, 1, width, height);
        gc.setForeground(theme.foreground());
    }

    private String text(Reading reading) {
        return reading.name() + "  " + labels.y(reading.y());
    }
}
