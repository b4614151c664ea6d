package org.backprop.engine.minimize;

import org.backprop.engine.kernels.View;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Solves {@code (A + damping I) x = b} for a symmetric matrix A that is given by its products, in float64, by the Cholesky
 * factorization of the LAPACK that ND4J brings. One triangle holds A, the other its factor.
 */
final class DenseSystem {

    private static final byte UPPER = 'U';

    /** Where a factorization fails, the damping is at least that part of the greatest element of the diagonal. */
    private static final double LEAST_DAMPING = 1e-3;

    private static final double GROWTH = 4;

    private final int n;
    private final DoublePointer matrix;
    private final DoublePointer solution;
    private final double[] row;
    private final double[] diagonal;
    private final float[] single;
    private final float[] unit = new float[1];

    /** The product of the matrix with a vector. */
    @FunctionalInterface
    interface Product {
        void multiply(View vector, View result);
    }

    DenseSystem(int n) {
        this.n = n;
        matrix = new DoublePointer((long) n * n);
        solution = new DoublePointer(n);
        row = new double[n];
        diagonal = new double[n];
        single = new float[n];
    }

    /** Takes the matrix, column by column; the two vectors are for its use. */
    void assemble(Product product, View column, View result, Vectors vectors) {
        vectors.clear(column);
        for (int i = 0; i < n; i++) {
            set(column, i, 1);
            product.multiply(column, result);
            set(column, i, 0);
            result.buffer().read(result.offset(), single, 0, n);
            for (int j = 0; j < n; j++) {
                row[j] = single[j];
            }
            diagonal[i] = row[i];
            matrix.position((long) i * n).put(row, 0, n);
        }
        matrix.position(0);
    }

    private void set(View vector, int at, float value) {
        unit[0] = value;
        vector.buffer().write(vector.offset() + at, unit, 0, 1);
    }

    /** Factors {@code A + damping I}; false if it is not positive definite. */
    boolean factor(double damping) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix.put((long) i * n + j, matrix.get((long) j * n + i));
            }
            matrix.put((long) i * n + i, diagonal[i] + damping);
        }
        return openblas.LAPACKE_dpotrf(openblas.LAPACK_COL_MAJOR, UPPER, n, matrix, n) == 0;
    }

    /**
     * Factors the matrix with as much damping as it needs: Nocedal and Wright, "Numerical optimization", algorithm 3.3.
     *
     * @return false if its elements are not finite
     */
    boolean factorDamped() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.MIN_NORMAL;
        for (double element : diagonal) {
            least = Math.min(least, element);
            greatest = Math.max(greatest, Math.abs(element));
        }
        if (!Double.isFinite(least) || !Double.isFinite(greatest)) {
            return false;
        }
        double step = LEAST_DAMPING * greatest;
        double damping = least > 0 ? 0 : step - least;
        while (!factor(damping)) {
            damping = Math.max(GROWTH * damping, step);
            if (!Double.isFinite(damping)) {
                return false;
            }
        }
        return true;
    }

    /** Writes the solution x for a right side b, after a factorization. */
    void solve(View right, View result) {
        right.buffer().read(right.offset(), single, 0, n);
        for (int i = 0; i < n; i++) {
            solution.put(i, single[i]);
        }
        openblas.LAPACKE_dpotrs(openblas.LAPACK_COL_MAJOR, UPPER, n, 1, matrix, n, solution, n);
        for (int i = 0; i < n; i++) {
            single[i] = (float) solution.get(i);
        }
        result.buffer().write(result.offset(), single, 0, n);
    }
}
