package org.backprop.engine.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.backprop.engine.testing.Implementation;
import org.backprop.model.Activation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the dense kernels with sums in double precision, for shapes around the sizes of tiles and vectors. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class DenseKernelsTest {

    private static final int[] SIZES = {1, 3, 7, 16, 17, 63, 65, 130};

    @Parameter
    Implementation implementation;

    private final Random random = new Random(1);
    private Kernels kernels;

    @BeforeEach
    void open() {
        kernels = implementation.open();
    }

    record Case(int n, int in, int out) {}

    static List<Case> shapes() {
        List<Case> shapes =
                new ArrayList<>(List.of(new Case(32, 784, 128), new Case(64, 784, 128), new Case(5, 2100, 6)));
        for (int i = 0; i < SIZES.length; i++) {
            for (int j = 0; j < SIZES.length; j++) {
                shapes.add(new Case(SIZES[i], SIZES[j], SIZES[(i + j) % SIZES.length]));
            }
        }
        return shapes;
    }

    private View values(int rows, int columns) {
        View view = kernels.allocate((long) rows * columns + 3).view(3, rows, columns);
        float[] values = new float[view.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        view.set(values);
        return view;
    }

    /** {@code sum over k of a[i, k] b[k, j]}, where the factors are given by their strides. */
    private static float[] product(
            int m, int n, int k, float[] a, int aRow, int aInner, float[] b, int bInner, int bColumn) {
        float[] product = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += (double) a[i * aRow + p * aInner] * b[p * bInner + j * bColumn];
                }
                product[i * n + j] = (float) sum;
            }
        }
        return product;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void forwardIsTheActivatedProductPlusBias(Case shape) {
        View x = values(shape.n(), shape.in());
        View weight = values(shape.out(), shape.in());
        View bias = values(1, shape.out());
        View y = values(shape.n(), shape.out());
        kernels.denseForward(x, weight, bias, Activation.RELU, y);
        float[] expected = product(
                shape.n(), shape.out(), shape.in(), x.toArray(), shape.in(), 1, weight.toArray(), 1, shape.in());
        float[] biases = bias.toArray();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.max(0, expected[i] + biases[i % shape.out()]);
        }
        assertArrayEquals(expected, y.toArray(), 1e-5f * shape.in() + 1e-5f);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void backwardIsTheProductsWithTheGradientBeforeTheActivation(Case shape) {
        View x = values(shape.n(), shape.in());
        View weight = values(shape.out(), shape.in());
        View y = values(shape.n(), shape.out());
        View dy = values(shape.n(), shape.out());
        View dw = values(shape.out(), shape.in());
        View db = values(1, shape.out());
        View dx = values(shape.n(), shape.in());
        float[] dz = dy.toArray();
        for (int i = 0; i < dz.length; i++) {
            dz[i] = y.toArray()[i] > 0 ? dz[i] : 0;
        }
        kernels.denseBackward(x, weight, y, Activation.RELU, dy, dw, db, dx);
        float[] ones = new float[shape.n()];
        java.util.Arrays.fill(ones, 1);
        int out = shape.out();
        float tolerance = 1e-5f * (shape.n() + out);
        assertArrayEquals(dz, dy.toArray());
        assertArrayEquals(
                product(out, shape.in(), shape.n(), dz, 1, out, x.toArray(), shape.in(), 1), dw.toArray(), tolerance);
        assertArrayEquals(product(1, out, shape.n(), ones, 0, 1, dz, out, 1), db.toArray(), tolerance);
        assertArrayEquals(
                product(shape.n(), shape.in(), out, dz, out, 1, weight.toArray(), shape.in(), 1),
                dx.toArray(),
                tolerance);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theSameCallGivesTheSameBits(Case shape) {
        View x = values(shape.n(), shape.in());
        View weight = values(shape.out(), shape.in());
        View y = values(shape.n(), shape.out());
        kernels.denseForward(x, weight, null, Activation.TANH, y);
        float[] first = y.toArray();
        for (int i = 0; i < 20; i++) {
            kernels.denseForward(x, weight, null, Activation.TANH, y);
            assertArrayEquals(first, y.toArray(), 0);
        }
    }
}
