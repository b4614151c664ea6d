package org.backprop.views.evaluation.attempt;

import org.backprop.views.evaluation.attempt.Sketch.Stroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Draws with pen and eraser; the right mouse button erases too, Delete clears. */
final class SketchCanvas {
    private static final int LEAST = 40;

    private final Canvas canvas;
    private final Sketch sketch = new Sketch();
    private final Runnable drawn;
    private boolean lightPen = true;
    private boolean erasing;
    private boolean pressed;
    private double ratio = 1;

    /** @param drawn called whenever the sketch has changed */
    SketchCanvas(Composite parent, Runnable drawn) {
        this.drawn = drawn;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setCursor(parent.getDisplay().getSystemCursor(SWT.CURSOR_CROSS));
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, event -> pressed = false);
        canvas.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL || event.keyCode == SWT.BS) {
                clear();
            }
        });
        canvas.addListener(SWT.Traverse, event -> event.doit = true);
    }

    Canvas control() {
        return canvas;
    }

    Sketch sketch() {
        return sketch;
    }

    /**
     * Takes the look of the training's pictures.
     *
     * @param aspect width of a picture as a multiple of its height
     */
    void setLook(boolean light, double aspect) {
        lightPen = light;
        ratio = aspect;
        canvas.redraw();
    }

    void setErasing(boolean erases) {
        erasing = erases;
    }

    void clear() {
        sketch.clear();
        canvas.redraw();
        drawn.run();
    }

    /** Forgets the sketch, because something else is the input now. */
    void forget() {
        sketch.clear();
        canvas.redraw();
    }

    private Rectangle paper() {
        Point size = canvas.getSize();
        int height = (int) Math.max(LEAST, Math.min(size.y, size.x / ratio));
        int width = (int) Math.max(LEAST, height * ratio);
        return new Rectangle((size.x - width) / 2, (size.y - height) / 2, width, height);
    }

    private void press(Event event) {
        canvas.setFocus();
        pressed = true;
        Rectangle paper = paper();
        sketch.begin(erasing || event.button == 3, x(event, paper), y(event, paper));
        canvas.redraw();
        drawn.run();
    }

    private void move(Event event) {
        if (pressed) {
            Rectangle paper = paper();
            sketch.extend(x(event, paper), y(event, paper));
            canvas.redraw();
            drawn.run();
        }
    }

    private static float x(Event event, Rectangle paper) {
        return Math.clamp((float) (event.x - paper.x) / paper.width, 0f, 1f);
    }

    private static float y(Event event, Rectangle paper) {
        return Math.clamp((float) (event.y - paper.y) / paper.height, 0f, 1f);
    }

    private void paint(GC gc) {
        Color dark = canvas.getDisplay().getSystemColor(SWT.COLOR_BLACK);
        Color light = canvas.getDisplay().getSystemColor(SWT.COLOR_WHITE);
        Rectangle paper = paper();
        gc.setBackground(lightPen ? dark : light);
        gc.fillRectangle(paper);
        gc.setClipping(paper);
        gc.setAntialias(SWT.ON);
        gc.setLineCap(SWT.CAP_ROUND);
        gc.setLineJoin(SWT.JOIN_ROUND);
        for (Stroke stroke : sketch.strokes()) {
            gc.setForeground(stroke.erases() == lightPen ? dark : light);
            double radius = stroke.erases() ? SketchRaster.ERASER : SketchRaster.PEN;
            gc.setLineWidth((int) Math.max(1, 2 * radius * Math.min(paper.width, paper.height)));
            gc.drawPolyline(points(stroke, paper));
        }
        gc.setClipping((Rectangle) null);
        gc.setLineWidth(1);
        gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_GRAY));
        gc.drawRectangle(paper.x, paper.y, paper.width - 1, paper.height - 1);
    }

    /** A single point becomes a short line, which is drawn as a dot. */
    private static int[] points(Stroke stroke, Rectangle paper) {
        int count = Math.max(2, stroke.points().size());
        int[] points = new int[2 * count];
        for (int i = 0; i < count; i++) {
            float[] point = stroke.points().get(Math.min(i, stroke.points().size() - 1));
            points[2 * i] = paper.x
                    + Math.round(point[0] * paper.width)
                    + (i >= stroke.points().size() ? 1 : 0);
            points[2 * i + 1] = paper.y + Math.round(point[1] * paper.height);
        }
        return points;
    }
}
