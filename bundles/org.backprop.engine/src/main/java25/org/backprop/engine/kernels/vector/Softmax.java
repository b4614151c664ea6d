package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Softmax, its logarithm and their gradients for one row of n values. {@code scratch} as in {@link Scratch}. */
final class Softmax {

    /** Exponentials that are kept at a time: fewer than fit into scratch beside one vector of sums. */
    private static final int EXPS = 15 * Lanes.COUNT;

    private Softmax() {}

    /** In place. */
    static void softmax(long y, int n, long scratch) {
        VectorMath.exp(y, 1f, -max(y, n), y, n);
        scale(y, (float) (1 / Reductions.sum(y, n, scratch)), 0f, n);
    }

    /** In place. */
    static void logSoftmax(long y, int n, long scratch) {
        scale(y, 1f, -logSumExp(y, n, scratch), n);
    }

    /** {@code y = factor * y + shift}. */
    private static void scale(long y, float factor, float shift, int n) {
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        FloatVector shifts = FloatVector.broadcast(SPECIES, shift);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            long at = Lanes.at(y, i);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER, mask);
            value.fma(factors, shifts).intoMemorySegment(MEMORY, at, ORDER, mask);
        }
    }

    /** {@code log(sum(exp(x)))}, without overflow. */
    static float logSumExp(long x, int n, long scratch) {
        float max = max(x, n);
        double sum = 0;
        for (int i = 0; i < n; i += EXPS) {
            int count = Math.min(EXPS, n - i);
            VectorMath.exp(Lanes.at(x, i), 1f, -max, Lanes.at(scratch, Lanes.COUNT), count);
            sum += Reductions.sum(Lanes.at(scratch, Lanes.COUNT), count, scratch);
        }
        return (float) (max + Math.log(sum));
    }

    /** The greatest value; NaN if there is one. */
    static float max(long x, int n) {
        FloatVector least = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector greatest = least;
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask);
            greatest = greatest.max(least.blend(value, mask));
        }
        return greatest.reduceLanes(VectorOperators.MAX);
    }

    /** {@code dx = y * (dy - sum(dy * y))}. */
    static void softmaxGradient(long y, long dy, long dx, int n, long scratch) {
        float dot = (float) Reductions.dot(dy, y, n, scratch);
        for (int i = 0; i < n; i++) {
            Lanes.set(Lanes.at(dx, i), Lanes.get(Lanes.at(y, i)) * (Lanes.get(Lanes.at(dy, i)) - dot));
        }
    }

    /** {@code dx = dy - exp(y) * sum(dy)}. */
    static void logSoftmaxGradient(long y, long dy, long dx, int n, long scratch) {
        float minusSum = (float) -Reductions.sum(dy, n, scratch);
        for (int i = 0; i < n; i += EXPS) {
            int count = Math.min(EXPS, n - i);
            VectorMath.exp(Lanes.at(y, i), 1f, 0f, scratch, count);
            for (int j = 0; j < count; j++) {
                float exp = Lanes.get(Lanes.at(scratch, j));
                Lanes.set(Lanes.at(dx, i + j), Math.fma(exp, minusSum, Lanes.get(Lanes.at(dy, i + j))));
            }
        }
    }
}
