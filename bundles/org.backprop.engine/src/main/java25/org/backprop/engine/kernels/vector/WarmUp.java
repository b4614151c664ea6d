package org.backprop.engine.kernels.vector;

import java.util.concurrent.TimeUnit;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;

/**
 * Computes with a small dense layer until HotSpot has had the time to compile the loops. Before that, vectors are objects on
 * the heap, and the first step of a training takes a hundred times as long as a later one.
 */
final class WarmUp {

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int SAMPLES = 8;
    /** More than a block of the matrix products, so that its sums are both begun and continued. */
    private static final int INPUTS = 272;

    private static final int UNITS = 64;
    private static final AdamStep ADAM = new AdamStep(0.9, 0.999, 1e-8, 0);

    private final Kernels kernels = new VectorKernels(1);
    private final View x = matrix(SAMPLES, INPUTS);
    private final View dx = matrix(SAMPLES, INPUTS);
    private final View y = matrix(SAMPLES, UNITS);
    private final View dy = matrix(SAMPLES, UNITS);
    private final View weight = matrix(UNITS, INPUTS);
    private final View weightGradient = matrix(UNITS, INPUTS);
    private final View mean = matrix(UNITS, INPUTS);
    private final View variance = matrix(UNITS, INPUTS);
    private final View bias = matrix(1, UNITS);
    private final View biasGradient = matrix(1, UNITS);
    private final UpdateNorms norms = new UpdateNorms(new int[] {0}, new int[] {UNITS * INPUTS});

    private WarmUp() {}

    static void run() {
        WarmUp layer = new WarmUp();
        long begin = System.nanoTime();
        for (int step = 1; System.nanoTime() - begin < NANOS; step++) {
            layer.train(step);
        }
    }

    private View matrix(int rows, int columns) {
        Buffer buffer = kernels.allocate((long) rows * columns);
        return buffer.view(0, rows, columns);
    }

    private void train(int step) {
        kernels.denseForward(x, weight, bias, Activation.RELU, y);
        kernels.denseBackward(x, weight, y, Activation.RELU, dy, weightGradient, biasGradient, dx);
        kernels.adam(ADAM, 1e-3, step, weight, weightGradient, mean, variance, norms);
    }
}
