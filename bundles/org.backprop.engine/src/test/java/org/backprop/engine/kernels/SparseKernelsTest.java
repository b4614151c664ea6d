package org.backprop.engine.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;

import org.backprop.engine.testing.Implementation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseKernelsTest {

    private final Kernels kernels = Implementation.all().getLast().open();
    private final Random random = new Random(1);

    private View view(int rows, int columns, double zeros) {
        View view = kernels.allocate((long) rows * columns).view(0, rows, columns);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < zeros ? 0 : (float) random.nextGaussian();
        }
        view.set(values);
        return view;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 40, 30, 0.9, RELU",
        "3, 17, 5, 0.5, LINEAR",
        "16, 64, 33, 0.9, TANH",
        "37, 20, 70, 0.99, SOFTMAX",
        "64, 100, 100, 1.0, SIGMOID",
        "133, 300, 257, 0.9, LINEAR",
        "70, 9, 1, 0.0, RELU"
    })
    void theProductIsThatOfTheDenseLayerAndFollowsItsInput(
            int samples, int in, int out, double zeros, Activation activation) {
        assumeTrue(kernels instanceof SparseKernels, "these kernels have no sparse product");
        View x = view(samples, in, 0);
        View weight = view(out, in, zeros);
        View bias = view(1, out, 0);
        View expected = view(samples, out, 0);
        View actual = view(samples, out, 0);
        Runnable product = ((SparseKernels) kernels).sparseForward(x, weight, bias, activation, actual);
        for (int i = 0; i < 2; i++) {
            x.set(view(samples, in, 0).toArray());
            kernels.denseForward(x, weight, bias, activation, expected);
            product.run();
            assertArrayEquals(expected.toArray(), actual.toArray(), 2e-5f);
        }
        ((SparseKernels) kernels)
                .sparseForward(x, weight, null, activation, actual)
                .run();
        kernels.denseForward(x, weight, null, activation, expected);
        assertArrayEquals(expected.toArray(), actual.toArray(), 2e-5f);
    }

    @ParameterizedTest
    @CsvSource({"256, 0.9, true", "256, 0.8, false", "128, 0.9, false"})
    void itPaysForLargeMatricesOfMostlyZeros(int size, double zeros, boolean pays) {
        View matrix = view(size, size, zeros);
        if (pays) {
            assertTrue(SparseKernels.pays(matrix));
        } else {
            assertFalse(SparseKernels.pays(matrix));
        }
    }
}
