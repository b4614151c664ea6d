package org.backprop.engine.kernels;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The routines of ND4J's BLAS that the kernels use; each runs in the calling thread. */
final class Blas {

    /** Whether ND4J's backend computes large products. */
    private static volatile boolean onDevice;

    private Blas() {}

    /** Lets ND4J's backend compute large products, in the whole process. */
    static void useDevice(boolean use) {
        onDevice = use;
    }

    /** Whether ND4J's backend computes large products, so that its buffers are not where Java loops find them. */
    static boolean usesDevice() {
        return onDevice;
    }

    /** {@code c = a b}, or {@code c = c + a b}; a is {@code [rows, inner]}, b is {@code [inner, columns]}. */
    static void multiply(int rows, int columns, int inner, Panel a, Panel b, Panel c, boolean adding) {
        if (onDevice && DeviceProducts.suits(rows, columns, inner)) {
            DeviceProducts.multiply(rows, columns, inner, a, b, c, adding);
            return;
        }
        ProductTiles tiles = ProductTiles.of(rows, columns, inner, !a.isTransposed() && b.isTransposed());
        FloatPointer first = new FloatPointer(a.memory());
        FloatPointer second = new FloatPointer(b.memory());
        FloatPointer result = new FloatPointer(c.memory());
        for (int k = 0; k < inner; k += tiles.inner()) {
            for (int i = 0; i < rows; i += tiles.rows()) {
                for (int j = 0; j < columns; j += tiles.columns()) {
                    openblas_nolapack.cblas_sgemm(
                            openblas_nolapack.CblasRowMajor,
                            a.isTransposed() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                            b.isTransposed() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                            Math.min(tiles.rows(), rows - i),
                            Math.min(tiles.columns(), columns - j),
                            Math.min(tiles.inner(), inner - k),
                            1,
                            first.position(a.position(i, k)),
                            a.stride(),
                            second.position(b.position(k, j)),
                            b.stride(),
                            adding || k > 0 ? 1 : 0,
                            result.position(c.position(i, j)),
                            c.stride());
                }
            }
        }
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
