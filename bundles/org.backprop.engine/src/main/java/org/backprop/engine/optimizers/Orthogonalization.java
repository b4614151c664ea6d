package org.backprop.engine.optimizers;

import java.util.HashMap;
import java.util.Map;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * Takes a matrix X towards the nearest one with orthonormal rows (columns, if it has more rows) by the quintic
 * Newton-Schulz iteration {@code X = a X + (b A + c A^2) X, A = X X^T}, with Muon's coefficients; singular values come to
 * about 0.7 to 1.2.
 */
final class Orthogonalization {

    private static final float A = 3.4445f;
    private static final float B = -4.775f;
    private static final float C = 2.0315f;

    private final Kernels kernels;
    private final int iterations;
    private final Map<View, Memory> memories = new HashMap<>();

    /**
     * Intermediate matrices for one X; n is the lesser number of rows and columns.
     *
     * @param gram {@code [n, n]}
     * @param square {@code [n, n]}
     * @param product as X
     */
    private record Memory(View x, View gram, View square, View product) {}

    Orthogonalization(Kernels kernels, int iterations) {
        this.kernels = kernels;
        this.iterations = iterations;
    }

    /** The result for {@code scale X}; it may lie in X or elsewhere, and holds until the next call for X. */
    View run(View x, float scale) {
        Memory memory = memories.computeIfAbsent(x, this::allocate);
        kernels.addScaled(scale - 1, x, x);
        boolean wide = x.rows() <= x.columns();
        for (int i = 0; i < iterations; i++) {
            if (wide) {
                productWithTranspose(x, x, memory.gram());
            } else {
                transposeTimes(x, x, memory.gram());
            }
            productWithTranspose(memory.gram(), memory.gram(), memory.square());
            kernels.addScaled(B - 1, memory.gram(), memory.gram());
            kernels.addScaled(C, memory.square(), memory.gram());
            if (wide) {
                transposeTimes(memory.gram(), x, memory.product());
            } else {
                productWithTranspose(x, memory.gram(), memory.product());
            }
            kernels.addScaled(A - 1, x, x);
            kernels.addScaled(1, memory.product(), x);
        }
        return x;
    }

    private Memory allocate(View x) {
        int n = Math.min(x.rows(), x.columns());
        return new Memory(x, matrix(n, n), matrix(n, n), matrix(x.rows(), x.columns()));
    }

    private View matrix(int rows, int columns) {
        return kernels.allocate((long) rows * columns).view(0, rows, columns);
    }

    /** {@code to = x y^T}. */
    private void productWithTranspose(View x, View y, View to) {
        kernels.denseForward(x, y, null, Activation.LINEAR, to);
    }

    /** {@code to = x^T y}. */
    private void transposeTimes(View x, View y, View to) {
        kernels.denseBackward(y, to, x, Activation.LINEAR, x, to, null, null);
    }
}
