package org.backprop.engine.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.backprop.engine.random.Streams;
import org.backprop.engine.testing.Implementation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class KernelsTest {

    @Parameter
    Implementation implementation;

    private Kernels kernels;

    @BeforeEach
    void open() {
        kernels = implementation.open();
    }

    private final Random random = new Random(1);

    private View view(int rows, int columns) {
        return kernels.allocate((long) rows * columns + 3).view(3, rows, columns);
    }

    private View random(int rows, int columns) {
        View view = view(rows, columns);
        float[] values = new float[view.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        view.set(values);
        return view;
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,5,3", "4,1,7", "5,7,1", "64,784,128", "3,2,3000"})
    void denseForwardIsTheMatrixProductPlusBias(int n, int in, int out) {
        View x = random(n, in);
        View weight = random(out, in);
        View bias = random(1, out);
        View y = view(n, out);
        kernels.denseForward(x, weight, bias, Activation.LINEAR, y);
        float[] xs = x.toArray();
        float[] ws = weight.toArray();
        float[] expected = new float[n * out];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < out; j++) {
                double sum = bias.toArray()[j];
                for (int k = 0; k < in; k++) {
                    sum += (double) xs[i * in + k] * ws[j * in + k];
                }
                expected[i * out + j] = (float) sum;
            }
        }
        assertArrayEquals(expected, y.toArray(), 1e-3f);
    }

    @Test
    void elementwiseKernelsCoverViewsLongerThanOneBlock() {
        View x = random(3, 5000);
        View y = random(3, 5000);
        float[] expected = y.toArray();
        float[] xs = x.toArray();
        for (int i = 0; i < expected.length; i++) {
            expected[i] += 2 * xs[i];
        }
        kernels.addScaled(2, x, y);
        assertArrayEquals(expected, y.toArray(), 1e-5f);
        kernels.fill(y, 4);
        assertEquals(4 * 4 * 15000, kernels.squaredNorm(y), 0.1);
        kernels.copy(x, y);
        assertArrayEquals(xs, y.toArray());
    }

    @Test
    void softmaxOfLargeLogitsIsFinite() {
        View x = view(1, 3);
        x.set(new float[] {1000, 999, -1000});
        View y = view(1, 3);
        kernels.activationForward(Activation.SOFTMAX, x, y);
        assertArrayEquals(new float[] {0.7310586f, 0.26894143f, 0}, y.toArray(), 1e-6f);
        kernels.activationForward(Activation.LOG_SOFTMAX, x, y);
        assertArrayEquals(new float[] {-0.31326166f, -1.3132616f, -2000.3132f}, y.toArray(), 1e-3f);
    }

    @Test
    void dropoutKeepsTheExpectedShareAndItsExpectation() {
        View x = view(100, 1001);
        kernels.fill(x, 1);
        View y = view(100, 1001);
        kernels.dropout(3, Streams.dropout(1, 8), 0, 0.3f, x, y);
        int kept = 0;
        for (float value : y.toArray()) {
            assertTrue(value == 0 || Math.abs(value - 1 / 0.7) < 1e-6, "kept values are scaled by 1/0.7, got " + value);
            kept += value == 0 ? 0 : 1;
        }
        assertEquals(0.7, kept / 100_100.0, 0.005);
    }

    @Test
    void theMaskOfADropoutCanBeComputedAgainElementByElement() {
        DropoutMask mask = new DropoutMask(9, Streams.dropout(2, 77), 0.5f);
        View x = view(7, 601);
        kernels.fill(x, 1);
        kernels.dropout(mask.seed(), mask.stream(), 0, mask.rate(), x, x);
        float[] values = x.toArray();
        for (int i = 0; i < values.length; i++) {
            assertEquals(mask.keeps(i) ? 2f : 0f, values[i], "element " + i);
        }
    }

    @Test
    void correctCountsRowsWhoseGreatestScoreIsTheLabel() {
        View scores = view(3, 2);
        scores.set(new float[] {1, 2, 3, 0, 5, 5});
        View labels = view(3, 1);
        labels.set(new float[] {1, 1, 0});
        assertEquals(2, kernels.correct(scores, labels));
    }

    @Test
    void theInterfaceStaysNarrow() {
        int operations = Kernels.class.getDeclaredMethods().length;
        assertTrue(operations <= 40, operations + " operations; every implementation has to provide them all");
    }

    @Test
    void aViewOutsideItsBufferIsRefused() {
        Buffer buffer = kernels.allocate(10);
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.view(5, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> kernels.allocate(0));
    }
}
