package org.backprop.views.images;

/** A grid of cells to be drawn as an image, such as a mask. Immutable. */
public interface Cells {
    int columns();

    int rows();

    /** Value of a cell, 0 to 1; NaN where there is no cell, such as between tiles. */
    float at(int column, int row);

    /** The whole grid. */
    default Region all() {
        return new Region(0, 0, columns(), rows());
    }
}
