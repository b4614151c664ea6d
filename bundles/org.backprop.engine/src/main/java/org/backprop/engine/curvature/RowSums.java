package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** Sums of the rows of a matrix, each brought to all elements of its row, as products with ones. */
final class RowSums {

    private final Kernels kernels;
    private final View terms;
    private final View ones;
    private final View column;
    private final View sums;
    private final View spread;

    RowSums(Kernels kernels, int rows, int columns) {
        this.kernels = kernels;
        terms = kernels.allocate((long) rows * columns).view(0, rows, columns);
        ones = kernels.allocate(columns).view(0, 1, columns);
        column = ones.reshape(columns, 1);
        sums = kernels.allocate(rows).view(0, rows, 1);
        spread = kernels.allocate((long) rows * columns).view(0, rows, columns);
        kernels.fill(ones, 1);
    }

    /** Where the matrix goes. */
    View terms() {
        return terms;
    }

    /** Where the sums come. */
    View spread() {
        return spread;
    }

    /** Computes the sums. */
    void run() {
        kernels.denseForward(terms, ones, null, Activation.LINEAR, sums);
        kernels.denseForward(sums, column, null, Activation.LINEAR, spread);
    }
}
