package org.backprop.engine.kernels;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrix products as operations of ND4J, which computes them where its backend does: on a GPU with nd4j-cuda. Operands
 * are copied there and results back, so only large products are worth it.
 */
final class DeviceProducts {
    /** Multiplications from which on a product is worth the way; not measured yet, see docs/adr/0014-cuda.md. */
    static final long LEAST_MULTIPLICATIONS = 4_000_000;

    private DeviceProducts() {}

    /** Whether a product is large enough. */
    static boolean suits(int rows, int columns, int inner) {
        return (long) rows * columns * inner >= LEAST_MULTIPLICATIONS;
    }

    /** {@code c = a b}, or {@code c = c + a b}, see {@link Blas#multiply}; one product at a time. */
    static synchronized void multiply(int rows, int columns, int inner, Panel a, Panel b, Panel c, boolean adding) {
        try (INDArray first = matrix(a, rows, inner);
                INDArray second = matrix(b, inner, columns);
                INDArray product = first.mmul(second);
                INDArray ordered = product.dup('c')) {
            put(ordered.data().asFloat(), rows, columns, c, adding);
        }
    }

    private static INDArray matrix(Panel panel, int rows, int columns) {
        float[] values = new float[rows * columns];
        FloatPointer memory = new FloatPointer(panel.memory());
        if (panel.isTransposed()) {
            float[] column = new float[rows];
            for (int j = 0; j < columns; j++) {
                memory.position(panel.position(0, j)).get(column, 0, rows);
                for (int i = 0; i < rows; i++) {
                    values[i * columns + j] = column[i];
                }
            }
        } else {
            for (int i = 0; i < rows; i++) {
                memory.position(panel.position(i, 0)).get(values, i * columns, columns);
            }
        }
        return Nd4j.create(values, new long[] {rows, columns}, 'c');
    }

    private static void put(float[] values, int rows, int columns, Panel c, boolean adding) {
        FloatPointer memory = new FloatPointer(c.memory());
        float[] before = new float[columns];
        for (int i = 0; i < rows; i++) {
            memory.position(c.position(i, 0));
            if (adding) {
                memory.get(before, 0, columns);
                for (int j = 0; j < columns; j++) {
                    values[i * columns + j] += before[j];
                }
            }
            memory.put(values, i * columns, columns);
        }
    }
}
