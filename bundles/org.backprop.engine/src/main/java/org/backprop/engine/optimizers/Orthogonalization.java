package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * Takes a matrix X towards the nearest one with orthonormal rows (columns, if it has more rows) by the quintic
 * Newton-Schulz iteration {@code X = a X + (b A + c A^2) X, A = X X^T}, with Muon's coefficients; singular values come
 * to about 0.7 to 1.2.
 */
final class Orthogonalization {

    private static final float A = 3.4445f;
    private static final float B = -4.775f;
    private static final float C = 2.0315f;

    private final Kernels kernels;
    private final int iterations;
    private final View x;
    private final View gram;
    private final View square;
    private final View product;

    /** For a matrix that lies in x. */
    Orthogonalization(Kernels kernels, int iterations, View x) {
        this.kernels = kernels;
        this.iterations = iterations;
        this.x = x;
        int n = Math.min(x.rows(), x.columns());
        gram = matrix(n, n);
        square = matrix(n, n);
        product = matrix(x.rows(), x.columns());
    }

    private View matrix(int rows, int columns) {
        return kernels.allocate((long) rows * columns).view(0, rows, columns);
    }

    /** Replaces X by the result for {@code scale X}. */
    void run(float scale) {
        kernels.addScaled(scale - 1, x, x);
        boolean wide = x.rows() <= x.columns();
        for (int i = 0; i < iterations; i++) {
            if (wide) {
                productWithTranspose(x, x, gram);
            } else {
                transposeTimes(x, x, gram);
            }
            productWithTranspose(gram, gram, square);
            kernels.addScaled(B - 1, gram, gram);
            kernels.addScaled(C, square, gram);
            if (wide) {
                transposeTimes(gram, x, product);
            } else {
                productWithTranspose(x, gram, product);
            }
            kernels.addScaled(A - 1, x, x);
            kernels.addScaled(1, product, x);
        }
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
