package org.backprop.views.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.images.HeatImage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Draws a confusion matrix: a row for each class, a column for each predicted class. A click selects a cell, another one or
 * Escape lets go of it; the arrow keys move the selection.
 */
final class MatrixCanvas {
    private final Canvas canvas;
    private final Consumer<Cell> selected;
    private ConfusionMatrix matrix;
    private List<String> names = List.of();
    private HeatImage heat;
    private Cell cell;
    private boolean percent;
    private Image image;
    private ChartTheme theme;

    /** @param selected called with the cell that the user selected, or null */
    MatrixCanvas(Composite parent, Consumer<Cell> selected) {
        this.selected = selected;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseMove, this::hover);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, this::traverse);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addDisposeListener(event -> disposeImage());
        Themed.follow(canvas, this::style);
    }

    Canvas control() {
        return canvas;
    }

    void setPercent(boolean shares) {
        percent = shares;
        canvas.redraw();
    }

    void show(ConfusionMatrix counts, List<String> classes, HeatImage shades, Cell marked) {
        if (heat != shades) {
            disposeImage();
        }
        if (heat != shades || !Objects.equals(cell, marked)) {
            canvas.redraw();
        }
        matrix = counts;
        names = classes;
        heat = shades;
        cell = marked;
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
        gc.setForeground(theme.foreground());
        gc.fillRectangle(area);
        if (matrix == null) {
            return;
        }
        if (image == null) {
            image = new Image(canvas.getDisplay(), heat.data(theme));
        }
        MatrixLayout layout = MatrixLayout.of(area, gc, names);
        Rectangle cells = layout.cells();
        gc.setInterpolation(SWT.NONE);
        gc.drawImage(image, 0, 0, heat.width(), heat.height(), cells.x, cells.y, cells.width, cells.height);
        new MatrixPainter(gc, layout, theme).paint(matrix, names, percent, cell, canvas.isFocusControl());
    }

    private Cell at(Event event) {
        if (matrix == null) {
            return null;
        }
        GC gc = new GC(canvas);
        MatrixLayout layout = MatrixLayout.of(canvas.getClientArea(), gc, names);
        gc.dispose();
        return layout.at(event.x, event.y);
    }

    private void press(Event event) {
        canvas.setFocus();
        Cell pressed = at(event);
        if (pressed != null && event.button == 1) {
            select(pressed.equals(cell) ? null : pressed);
        }
    }

    private void select(Cell chosen) {
        cell = chosen;
        canvas.redraw();
        selected.accept(chosen);
    }

    private void hover(Event event) {
        Cell below = at(event);
        String tip = below == null
                ? null
                : NLS.bind(Messages.matrix_tip, new Object[] {
                    names.get(below.label()),
                    names.get(below.predicted()),
                    matrix.counts()[below.label()][below.predicted()],
                    Numbers.percent(matrix.share(below.label(), below.predicted()))
                });
        if (!Objects.equals(tip, canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private void key(Event event) {
        if (matrix == null) {
            return;
        }
        int down = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
        int right = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
        if (event.keyCode == SWT.ESC) {
            select(null);
        } else if (down != 0 || right != 0) {
            Cell from = cell == null ? new Cell(0, 0) : cell;
            int last = matrix.classes() - 1;
            select(new Cell(Math.clamp(from.label() + down, 0, last), Math.clamp(from.predicted() + right, 0, last)));
        }
    }

    private void traverse(Event event) {
        event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS;
    }
}
