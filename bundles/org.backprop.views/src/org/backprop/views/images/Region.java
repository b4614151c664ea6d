package org.backprop.views.images;

/**
 * A rectangle of cells.
 *
 * @param column the first column
 * @param row the first row
 * @param columns how many; at least 1 unless the grid is empty
 * @param rows how many; at least 1 unless the grid is empty
 */
public record Region(int column, int row, int columns, int rows) {
    private static final int LEAST = 4;

    /**
     * The region after a zoom that leaves a point where it is, within {@code all}.
     *
     * @param factor size of the new region as a share of this one's
     * @param x horizontal place of the point in this region, 0 to 1
     * @param y vertical place of the point in this region, 0 to 1
     */
    public Region zoomed(double factor, double x, double y, Region all) {
        int newColumns = size(columns, factor, all.columns);
        int newRows = size(rows, factor, all.rows);
        return new Region(
                        (int) Math.round(column + x * (columns - newColumns)),
                        (int) Math.round(row + y * (rows - newRows)),
                        newColumns,
                        newRows)
                .within(all);
    }

    private static int size(int now, double factor, int all) {
        int rounded = (int) (factor < 1 ? Math.floor(now * factor) : Math.ceil(now * factor));
        return Math.clamp(rounded, Math.min(LEAST, all), all);
    }

    /** The region moved by cells, within {@code all}. */
    public Region moved(int right, int down, Region all) {
        return new Region(column + right, row + down, columns, rows).within(all);
    }

    /** The nearest region that lies within {@code all}. */
    public Region within(Region all) {
        int newColumns = Math.min(columns, all.columns);
        int newRows = Math.min(rows, all.rows);
        return new Region(
                Math.clamp(column, all.column, all.column + all.columns - newColumns),
                Math.clamp(row, all.row, all.row + all.rows - newRows),
                newColumns,
                newRows);
    }

    public boolean isEmpty() {
        return columns == 0 || rows == 0;
    }
}
