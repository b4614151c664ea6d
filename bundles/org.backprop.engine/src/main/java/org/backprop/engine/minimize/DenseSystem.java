package org.backprop.engine.minimize;

import org.backprop.engine.kernels.View;

/** Solves {@code (A + damping I) x = b} for a symmetric matrix A that is given by its products. */
final class DenseSystem {

    /** Where a factorization fails, the damping is at least that part of the greatest element of the diagonal. */
    private static final double LEAST_DAMPING = 1e-3;

    private static final double GROWTH = 4;

    private final int n;
    private final double[][] lower;
    private final Cholesky cholesky;
    private final double[] solution;
    private final float[] column;
    private final float[] element = new float[1];

    /** The product of the matrix with a vector. */
    @FunctionalInterface
    interface Product {
        void multiply(View vector, View result);
    }

    DenseSystem(int n) {
        this.n = n;
        lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
        }
        cholesky = new Cholesky(n);
        solution = new double[n];
        column = new float[n];
    }

    /** Takes the matrix, column by column; the two vectors are for its use. */
    void assemble(Product product, View unit, View result, Vectors vectors) {
        vectors.clear(unit);
        for (int j = 0; j < n; j++) {
            set(unit, j, 1);
            product.multiply(unit, result);
            set(unit, j, 0);
            result.buffer().read(result.offset(), column, 0, n);
            for (int i = j; i < n; i++) {
                lower[i][j] = column[i];
            }
        }
    }

    private void set(View vector, int at, float value) {
        element[0] = value;
        vector.buffer().write(vector.offset() + at, element, 0, 1);
    }

    /** Factors {@code A + damping I}; false if it is not positive definite. */
    boolean factor(double damping) {
        return cholesky.factor(lower, damping);
    }

    /**
     * Factors the matrix with as much damping as it needs: Nocedal and Wright, "Numerical optimization", algorithm 3.3.
     *
     * @return false if its elements are not finite
     */
    boolean factorDamped() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.MIN_NORMAL;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, lower[i][i]);
            greatest = Math.max(greatest, Math.abs(lower[i][i]));
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
        right.buffer().read(right.offset(), column, 0, n);
        for (int i = 0; i < n; i++) {
            solution[i] = column[i];
        }
        cholesky.solve(solution);
        for (int i = 0; i < n; i++) {
            column[i] = (float) solution[i];
        }
        result.buffer().write(result.offset(), column, 0, n);
    }
}
