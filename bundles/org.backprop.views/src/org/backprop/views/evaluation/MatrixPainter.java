package org.backprop.views.evaluation;

import java.util.List;
import java.util.Locale;

import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.ui.theme.ChartTheme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Writes names and numbers on a confusion matrix, as far as there is room. */
final class MatrixPainter {
    private static final int GAP = 4;
    private static final double DARK = 0.5;

    private final GC gc;
    private final MatrixLayout layout;
    private final ChartTheme theme;

    MatrixPainter(GC gc, MatrixLayout layout, ChartTheme theme) {
        this.gc = gc;
        this.layout = layout;
        this.theme = theme;
    }

    void paint(ConfusionMatrix matrix, List<String> names, boolean percent, Cell selected, boolean focus) {
        gc.setForeground(theme.grid());
        gc.drawRectangle(layout.cells());
        gc.setForeground(theme.foreground());
        nameRows(names);
        nameColumns(names);
        numbers(matrix, percent);
        gc.setForeground(theme.foreground());
        if (selected != null) {
            Rectangle cell = layout.bounds(selected.label(), selected.predicted());
            gc.setLineWidth(2);
            gc.drawRectangle(cell.x, cell.y, Math.max(2, cell.width), Math.max(2, cell.height));
            gc.setLineWidth(1);
        }
        if (focus) {
            gc.setLineStyle(SWT.LINE_DOT);
            Rectangle all = layout.cells();
            gc.drawRectangle(all.x - 2, all.y - 2, all.width + 4, all.height + 4);
        }
    }

    private void nameRows(List<String> names) {
        int line = gc.getFontMetrics().getHeight();
        int end = Integer.MIN_VALUE;
        gc.setClipping(0, 0, layout.cells().x - GAP / 2, Integer.MAX_VALUE / 2);
        for (int row = 0; row < names.size(); row++) {
            Rectangle cell = layout.bounds(row, 0);
            int y = cell.y + (cell.height - line) / 2;
            if (y >= end) {
                int x = Math.max(0, layout.cells().x - GAP - gc.textExtent(names.get(row)).x);
                gc.drawText(names.get(row), x, y, true);
                end = y + line;
            }
        }
        gc.setClipping((Rectangle) null);
    }

    private void nameColumns(List<String> names) {
        int end = Integer.MIN_VALUE;
        for (int column = 0; column < names.size(); column++) {
            Rectangle cell = layout.bounds(0, column);
            String name = fitted(names.get(column), cell.width - 2);
            int width = gc.textExtent(name).x;
            int x = cell.x + (cell.width - width) / 2;
            if (x >= end && !name.isEmpty()) {
                gc.drawText(name, x, 0, true);
                end = x + width + GAP;
            }
        }
    }

    /** A name that stands in its column, shortened if need be; short ones may stand over the edge. */
    private String fitted(String name, int width) {
        String text = name;
        while (text.length() > 3 && gc.textExtent(text).x > width) {
            text = text.substring(0, text.length() - (text.endsWith("\u2026") ? 2 : 1)) + "\u2026";
        }
        return text;
    }

    private void numbers(ConfusionMatrix matrix, boolean percent) {
        Rectangle first = layout.bounds(0, 0);
        Point room = gc.textExtent(percent ? "100" : Long.toString(greatest(matrix)));
        if (room.x > first.width - 2 || room.y > first.height) {
            return;
        }
        for (int row = 0; row < matrix.classes(); row++) {
            for (int column = 0; column < matrix.classes(); column++) {
                long count = matrix.counts()[row][column];
                if (count > 0) {
                    number(matrix.share(row, column), count, percent, layout.bounds(row, column));
                }
            }
        }
    }

    private void number(double share, long count, boolean percent, Rectangle cell) {
        String text = percent ? percent(share) : Long.toString(count);
        Point size = gc.textExtent(text);
        gc.setForeground(Math.sqrt(share) > DARK ? theme.background() : theme.foreground());
        gc.drawText(text, cell.x + (cell.width - size.x) / 2, cell.y + (cell.height - size.y) / 2, true);
    }

    private static String percent(double share) {
        double value = share * 100;
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
    }

    private static long greatest(ConfusionMatrix matrix) {
        long greatest = 0;
        for (long[] row : matrix.counts()) {
            for (long count : row) {
                greatest = Math.max(greatest, count);
            }
        }
        return greatest;
    }
}
