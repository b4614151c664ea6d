package org.backprop.views.evaluation;

import java.util.List;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Where a confusion matrix lies.
 *
 * @param cells where all cells lie, right of the names of classes and below those of predicted classes
 * @param classes number of rows and columns
 */
record MatrixLayout(Rectangle cells, int classes) {
    private static final int GAP = 4;
    private static final int WIDEST = 90;
    private static final double STRETCH = 2.6;

    static MatrixLayout of(Rectangle area, GC gc, List<String> names) {
        int widest = 0;
        int line = gc.getFontMetrics().getHeight();
        for (String name : names) {
            Point size = gc.textExtent(name);
            widest = Math.max(widest, Math.min(WIDEST, size.x));
        }
        int left = widest + 2 * GAP;
        int top = line + GAP;
        int classes = names.size();
        double width = Math.max(1, area.width - left - GAP) / (double) classes;
        double height = Math.max(1, area.height - top - GAP) / (double) classes;
        int across = (int) Math.max(1, Math.min(width, height * STRETCH) * classes);
        int down = (int) Math.max(1, Math.min(height, width * STRETCH) * classes);
        return new MatrixLayout(new Rectangle(left, top, across, down), classes);
    }

    /** Left edge of a column; the right edge of the last for the number of classes. */
    int x(int column) {
        return cells.x + (int) Math.round((double) cells.width * column / classes);
    }

    /** Upper edge of a row. */
    int y(int row) {
        return cells.y + (int) Math.round((double) cells.height * row / classes);
    }

    Rectangle bounds(int row, int column) {
        return new Rectangle(x(column), y(row), x(column + 1) - x(column), y(row + 1) - y(row));
    }

    /** The cell at a place, or null. */
    Cell at(int x, int y) {
        if (!cells.contains(x, y)) {
            return null;
        }
        int column = (int) ((long) (x - cells.x) * classes / cells.width);
        int row = (int) ((long) (y - cells.y) * classes / cells.height);
        return new Cell(row, column);
    }
}
