package org.backprop.engine.layers;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * Sums of {@code [outer, features, inner]} over the first and the last dimension, as products with vectors of ones,
 * which are fast and the same on any number of threads.
 */
final class FeatureSums {

    private final Kernels kernels;
    private final int outer;
    private final int features;
    private final int inner;
    private final View innerOnes;
    private final View outerOnes;
    private final View partial;

    /** Works in {@link #workspace} elements of a buffer from {@code at} on. */
    FeatureSums(Kernels kernels, int elements, int features, int inner, Buffer buffer, long at) {
        this.kernels = kernels;
        this.features = features;
        this.inner = inner;
        outer = elements / features / inner;
        innerOnes = buffer.view(at, 1, inner);
        outerOnes = buffer.view(at + inner, outer, 1);
        partial = buffer.view(at + inner + outer, outer, features);
    }

    /** Elements that are needed, for so many elements to sum. */
    static int workspace(int elements, int features, int inner) {
        int outer = elements / features / inner;
        return Math.addExact(inner + outer, Math.multiplyExact(outer, features));
    }

    /** {@code sums[f] = sum of x[o, f, i]}, bound to views; sums is {@code [1, features]}. */
    Runnable bind(View x, View sums) {
        View rows = inner == 1 ? x.reshape(outer, features) : partial;
        View all = x.reshape(outer * features, inner);
        View column = partial.reshape(outer * features, 1);
        return () -> {
            if (inner > 1) {
                kernels.fill(innerOnes, 1);
                kernels.denseForward(all, innerOnes, null, Activation.LINEAR, column);
            }
            kernels.fill(outerOnes, 1);
            kernels.denseBackward(rows, sums, outerOnes, Activation.LINEAR, outerOnes, sums, null, null);
        };
    }
}
