package org.backprop.views.images;

import java.util.List;
import java.util.function.BiFunction;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.marks.Flags;
import org.backprop.views.marks.Mark;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Draws cells as an image. The wheel and the keys + and - zoom, dragging and the arrow keys move, a double click and 0 show
 * all. The tool tip names the cell below the pointer.
 */
public final class HeatCanvas {
    private static final int PERCENT = 100;

    private final Canvas canvas;
    private final Runnable changed;
    private Region all = new Region(0, 0, 0, 0);
    private Region region = all;
    private double stretch = Double.POSITIVE_INFINITY;
    private BiFunction<Integer, Integer, String> tip = (column, row) -> null;
    private List<Mark> marks = List.of();
    private HeatImage heat;
    private Image image;
    private ChartTheme theme;
    private int zoom = PERCENT;

    /** @param changed called when another region or size is in sight, so that a new image is wanted */
    public HeatCanvas(Composite parent, Runnable changed) {
        this.changed = changed;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> resized());
        canvas.addListener(SWT.ZoomChanged, event -> resized());
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addDisposeListener(event -> disposeImage());
        Themed.follow(canvas, this::style);
        new HeatGestures(this);
    }

    private void resized() {
        zoom = canvas.getMonitor().getZoom();
        changed.run();
    }

    public Canvas control() {
        return canvas;
    }

    /** The cells in sight. */
    public Region region() {
        return region;
    }

    /** Size of the canvas in pixels of the device, at least 1 by 1. */
    public Point pixels() {
        Point size = canvas.getSize();
        return new Point(Math.max(1, size.x * zoom / PERCENT), Math.max(1, size.y * zoom / PERCENT));
    }

    /**
     * Draws an image.
     *
     * @param cells all cells; others than those before are shown whole
     * @param drawn image of a region, which should be the one in sight
     * @param longest a cell is at most that many times as long one way as the other
     * @param name what the tool tip says of a column and a row
     */
    public void show(Region cells, HeatImage drawn, double longest, BiFunction<Integer, Integer, String> name) {
        if (!cells.equals(all)) {
            all = cells;
            region = cells;
        }
        stretch = longest;
        tip = name;
        if (drawn != heat) {
            heat = drawn;
            disposeImage();
            canvas.redraw();
        }
    }

    /** Draws marks over the image from now on; they are placed on the columns, of which the first begins at 0. */
    public void mark(List<Mark> placed) {
        if (!placed.equals(marks)) {
            marks = placed;
            canvas.redraw();
        }
    }

    private int pixel(Mark mark) {
        return fit().pixel(mark.x());
    }

    /** What the marks near a pixel column say; null if there are none. */
    String markTip(int x) {
        return Flags.tip(marks, x, this::pixel);
    }

    /** The image that is drawn, or null. */
    public HeatImage image() {
        return heat;
    }

    /** The row of cells at a height of the canvas in points; may lie outside of the cells. */
    public int row(int y) {
        return fit().row(y);
    }

    /** The upper edge of a row of cells on the canvas in points. */
    public int top(int row) {
        return fit().bounds(new Region(region.column(), row, 1, 1)).y;
    }

    Region all() {
        return all;
    }

    Fit fit() {
        return Fit.of(region, canvas.getSize(), stretch);
    }

    String tip(int column, int row) {
        return tip.apply(column, row);
    }

    void look(Region at) {
        if (!at.equals(region)) {
            region = at;
            canvas.redraw();
            changed.run();
        }
    }

    private void style(ChartTheme current) {
        theme = current;
        disposeImage();
        canvas.redraw();
    }

    private void disposeImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(theme.background());
        gc.fillRectangle(area);
        if (heat == null || heat.width() == 0 || heat.height() == 0) {
            return;
        }
        if (image == null) {
            image = new Image(canvas.getDisplay(), heat.data(theme));
        }
        Fit fit = fit();
        Point size = fit.size();
        Rectangle to = fit.bounds(heat.region());
        gc.setClipping(0, 0, size.x, size.y);
        gc.setInterpolation(SWT.NONE);
        gc.drawImage(image, 0, 0, heat.width(), heat.height(), to.x, to.y, to.width, to.height);
        Flags.draw(gc, theme, marks, size.y, this::pixel);
        if (canvas.isFocusControl()) {
            gc.setForeground(theme.foreground());
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRectangle(0, 0, size.x - 1, size.y - 1);
        }
    }
}
