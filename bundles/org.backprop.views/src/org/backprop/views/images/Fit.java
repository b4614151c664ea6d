package org.backprop.views.images;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * How a region of cells lies on a control.
 *
 * @param region the cells that are in sight
 * @param cellWidth of a cell in points
 * @param cellHeight of a cell in points
 */
record Fit(Region region, double cellWidth, double cellHeight) {
    /** Fits a region into a size; a cell is at most {@code stretch} times as long one way as the other. */
    static Fit of(Region region, Point size, double stretch) {
        double width = (double) Math.max(1, size.x) / Math.max(1, region.columns());
        double height = (double) Math.max(1, size.y) / Math.max(1, region.rows());
        return new Fit(region, Math.min(width, height * stretch), Math.min(height, width * stretch));
    }

    /** Where other cells lie. */
    Rectangle bounds(Region other) {
        int left = (int) Math.round((other.column() - region.column()) * cellWidth);
        int top = (int) Math.round((other.row() - region.row()) * cellHeight);
        int right = (int) Math.round((other.column() + other.columns() - region.column()) * cellWidth);
        int bottom = (int) Math.round((other.row() + other.rows() - region.row()) * cellHeight);
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /** Size of the region in points. */
    Point size() {
        Rectangle bounds = bounds(region);
        return new Point(bounds.width, bounds.height);
    }

    /** Where a place between columns lies. */
    int pixel(double column) {
        return (int) Math.round((column - region.column()) * cellWidth);
    }

    /** Column at a place; may lie outside of the region. */
    int column(int x) {
        return region.column() + (int) Math.floor(x / cellWidth);
    }

    /** Row at a place; may lie outside of the region. */
    int row(int y) {
        return region.row() + (int) Math.floor(y / cellHeight);
    }
}
