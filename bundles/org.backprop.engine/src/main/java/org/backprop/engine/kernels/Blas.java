package org.backprop.engine.kernels;

import org.bytedeco.openblas.global.openblas_nolapack;

/** The routines of ND4J's BLAS that the kernels use, on row-major views. */
final class Blas {

    private Blas() {}

    /** {@code c [m, n] = a [m, k] b^T, b [n, k]}. */
    static void timesTransposed(Nd4jView a, Nd4jView b, Nd4jView c) {
        multiply(a, false, b, true, c, a.columns());
    }

    /** {@code c [m, n] = a^T b, a [k, m], b [k, n]}. */
    static void transposedTimes(Nd4jView a, Nd4jView b, Nd4jView c) {
        multiply(a, true, b, false, c, a.rows());
    }

    /** {@code c [m, n] = a [m, k] b [k, n]}. */
    static void times(Nd4jView a, Nd4jView b, Nd4jView c) {
        multiply(a, false, b, false, c, a.columns());
    }

    private static void multiply(
            Nd4jView a, boolean transposeA, Nd4jView b, boolean transposeB, Nd4jView c, int inner) {
        openblas_nolapack.cblas_sgemm(
                openblas_nolapack.CblasRowMajor,
                transposeA ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                transposeB ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                c.rows(),
                c.columns(),
                inner,
                1,
                a.pointer(),
                a.columns(),
                b.pointer(),
                b.columns(),
                0,
                c.pointer(),
                c.columns());
    }

    /** {@code y += alpha * x}. */
    static void addScaled(float alpha, Nd4jView x, Nd4jView y) {
        openblas_nolapack.cblas_saxpy(x.length(), alpha, x.pointer(), 1, y.pointer(), 1);
    }

    /** Sum of the squares of all elements, accumulated in float64. */
    static double squaredNorm(Nd4jView x) {
        return openblas_nolapack.cblas_dsdot(x.length(), x.pointer(), 1, x.pointer(), 1);
    }
}
