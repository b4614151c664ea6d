package org.backprop.engine.kernels;

/**
 * What kernels can do beside {@link Kernels} for matrices most of whose elements are 0. Measured on matrices of 512 x 512 and
 * larger, it pays from four fifths of zeros on.
 */
public interface SparseKernels {

    /** Share of zeros from which a sparse product pays. */
    double LEAST_SPARSITY = 0.85;

    /** Number of elements of a matrix from which it pays. */
    int LEAST_ELEMENTS = 1 << 16;

    /**
     * A product that computes {@code y = activation(x W^T + b)} each time it is run, with W as it is now.
     *
     * @param x {@code [n, in]}
     * @param weight W, {@code [out, in]}; only its elements that are not 0 are read, and only now
     * @param bias b, {@code [1, out]}; null for none
     * @param y {@code [n, out]}
     */
    Runnable sparseForward(View x, View weight, View bias, Activation activation, View y);

    /** Whether a matrix is large and sparse enough. */
    static boolean pays(View matrix) {
        if (matrix.length() < LEAST_ELEMENTS) {
            return false;
        }
        int zeros = 0;
        for (float value : matrix.toArray()) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros >= LEAST_SPARSITY * matrix.length();
    }
}
