package org.backprop.views.gradients;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.images.HeatImage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The shades of an image from the least to the greatest value, with numbers. */
final class HeatLegend {
    private static final int BAR = 8;
    private static final int MARKS = 5;
    private static final int ROOM = 12;

    private final Canvas canvas;
    private HeatGrid grid;
    private ChartTheme theme;

    HeatLegend(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        Themed.follow(canvas, current -> {
            theme = current;
            canvas.redraw();
        });
    }

    Canvas control() {
        return canvas;
    }

    /** The height that it needs. */
    int height() {
        GC gc = new GC(canvas);
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return BAR + height + 2;
    }

    void show(HeatGrid shown) {
        grid = shown;
        canvas.redraw();
    }

    private void paint(GC gc) {
        if (grid == null || grid.isEmpty()) {
            return;
        }
        Point size = canvas.getSize();
        for (int x = 0; x < size.x; x++) {
            gc.setForeground(HeatImage.shade(theme, (double) x / Math.max(1, size.x - 1)));
            gc.drawLine(x, 0, x, BAR);
        }
        gc.setForeground(theme.foreground());
        int free = 0;
        int last = size.x - width(gc, MARKS - 1);
        for (int i = 0; i < MARKS; i++) {
            int width = width(gc, i);
            int x = Math.clamp((long) i * size.x / (MARKS - 1) - width / 2, 0, Math.max(0, size.x - width));
            if (x >= free && (i == MARKS - 1 || x + width + ROOM <= last)) {
                gc.drawString(text(i), x, BAR + 1, true);
                free = x + width + ROOM;
            }
        }
    }

    private int width(GC gc, int mark) {
        return gc.textExtent(text(mark)).x;
    }

    private String text(int mark) {
        double place = grid.low() + (grid.high() - grid.low()) * mark / (MARKS - 1);
        return grid.quantity().textAt(place);
    }
}
