package org.backprop.views.compare;

import java.util.List;

import org.backprop.runlog.compare.ParallelAxis;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.charts.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Draws runs as lines across parallel axes. Dragging along an axis chooses the runs in that part; the others fade. */
final class ParallelCanvas {
    private static final int TOP = 24;
    private static final int BOTTOM = 12;
    private static final int LEFT = 30;
    private static final int RIGHT = 70;
    private static final int BRUSH = 5;
    private static final int NEAR = 18;

    private final Canvas canvas;
    private final Brushes brushes = new Brushes();
    private final Runnable brushed;
    private List<ParallelAxis> axes = List.of();
    private List<String> names = List.of();
    private ChartTheme theme;
    private int dragged = -1;
    private double anchor;

    /** @param brushed told when the chosen runs change */
    ParallelCanvas(Composite parent, Runnable brushed) {
        this.brushed = brushed;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> canvas.redraw());
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, event -> dragged = -1);
        canvas.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                clear();
            }
        });
        Themed.follow(parent, current -> {
            theme = current;
            canvas.setBackground(current.background());
            canvas.redraw();
        });
    }

    Canvas control() {
        return canvas;
    }

    void show(List<ParallelAxis> shown, List<String> runs) {
        axes = shown;
        names = runs;
        canvas.redraw();
    }

    /** Chooses all runs again. */
    void clear() {
        brushes.clear();
        canvas.redraw();
        brushed.run();
    }

    boolean isBrushed() {
        return !brushes.isEmpty();
    }

    /** How many runs are chosen. */
    int chosen() {
        int count = 0;
        for (int run = 0; run < names.size(); run++) {
            count += brushes.accept(axes, run) ? 1 : 0;
        }
        return count;
    }

    /** Whether a run is chosen. */
    boolean isChosen(int run) {
        return brushes.accept(axes, run);
    }

    private int x(int axis) {
        int width = canvas.getSize().x - LEFT - RIGHT;
        return LEFT + (axes.size() == 1 ? 0 : width * axis / (axes.size() - 1));
    }

    private int y(double position) {
        return (int) Math.round(canvas.getSize().y - BOTTOM - position * (canvas.getSize().y - TOP - BOTTOM));
    }

    private double position(int y) {
        double height = Math.max(1, canvas.getSize().y - TOP - BOTTOM);
        return Math.clamp((canvas.getSize().y - BOTTOM - y) / height, 0, 1);
    }

    private int axisAt(int x) {
        for (int i = 0; i < axes.size(); i++) {
            if (Math.abs(x(i) - x) <= NEAR) {
                return i;
            }
        }
        return -1;
    }

    private void press(Event event) {
        canvas.setFocus();
        dragged = event.button == 1 ? axisAt(event.x) : -1;
        if (dragged >= 0) {
            anchor = position(event.y);
            brush(event.y);
        }
    }

    private void move(Event event) {
        if (dragged >= 0) {
            brush(event.y);
        } else {
            int axis = axisAt(event.x);
            canvas.setToolTipText(axis < 0 ? null : axes.get(axis).title());
            canvas.setCursor(axis < 0 ? null : canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZENS));
        }
    }

    private void brush(int y) {
        brushes.set(axes.get(dragged).title(), anchor, position(y));
        canvas.redraw();
        brushed.run();
    }

    private void paint(GC gc) {
        if (theme == null || axes.isEmpty()) {
            return;
        }
        gc.setAntialias(SWT.ON);
        for (int pass = 0; pass < 2; pass++) {
            for (int run = 0; run < names.size(); run++) {
                boolean chosen = brushes.accept(axes, run);
                if (chosen == (pass == 1)) {
                    drawRun(gc, run, chosen);
                }
            }
        }
        for (int i = 0; i < axes.size(); i++) {
            drawAxis(gc, i);
        }
    }

    /** The colour goes with the place on the last axis, that of the metric. */
    private void drawRun(GC gc, int run, boolean chosen) {
        double value = axes.getLast().positions()[run];
        Color color = Double.isNaN(value) ? theme.grid() : ChartTheme.mix(Palette.color(0), Palette.color(1), value);
        gc.setForeground(chosen ? color : ChartTheme.mix(theme.background(), color, 0.15));
        gc.setLineWidth(chosen ? 2 : 1);
        for (int i = 1; i < axes.size(); i++) {
            double from = axes.get(i - 1).positions()[run];
            double to = axes.get(i).positions()[run];
            if (!Double.isNaN(from) && !Double.isNaN(to)) {
                gc.drawLine(x(i - 1), y(from), x(i), y(to));
            }
        }
    }

    private void drawAxis(GC gc, int index) {
        ParallelAxis axis = axes.get(index);
        int x = x(index);
        gc.setForeground(theme.foreground());
        gc.setLineWidth(1);
        gc.drawLine(x, TOP, x, y(0));
        double[] brush = brushes.of(axis.title());
        if (brush != null) {
            gc.setBackground(theme.validation());
            gc.setAlpha(120);
            gc.fillRectangle(x - BRUSH, y(brush[1]), 2 * BRUSH, Math.max(1, y(brush[0]) - y(brush[1])));
            gc.setAlpha(255);
        }
        int room = axes.size() == 1 ? canvas.getSize().x : (canvas.getSize().x - LEFT - RIGHT) / (axes.size() - 1);
        for (ParallelAxis.Mark mark : axis.marks()) {
            int y = y(mark.position());
            gc.drawLine(x - 2, y, x + 2, y);
            text(
                    gc,
                    fit(gc, mark.text(), (index == axes.size() - 1 ? RIGHT : room) - 10),
                    x + 5,
                    y - gc.getFontMetrics().getHeight() / 2);
        }
        String title = fit(gc, axis.title().substring(axis.title().lastIndexOf('.') + 1), room - 6);
        int left =
                Math.clamp(x - gc.textExtent(title).x / 2, 0, Math.max(0, canvas.getSize().x - gc.textExtent(title).x));
        gc.drawText(title, left, 2, true);
    }

    /** A text on its own background, so that lines do not cross it. */
    private void text(GC gc, String text, int x, int y) {
        Point size = gc.textExtent(text);
        gc.setBackground(theme.background());
        gc.setAlpha(190);
        gc.fillRectangle(x, y, size.x, size.y);
        gc.setAlpha(255);
        gc.drawText(text, x, y, true);
    }

    /** A text, shortened to a width in pixels. */
    private static String fit(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int length = text.length();
        while (length > 1 && gc.textExtent(text.substring(0, length) + "\u2026").x > width) {
            length--;
        }
        return text.substring(0, length) + "\u2026";
    }
}
