package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.Activation;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Activations and their derivatives along contiguous runs of values. */
final class Activations {

    private Activations() {}

    /** {@code y = activation(x + bias)}; bias is an address or 0 for none; for row-wise ones n is the row's length. */
    static void forward(Activation activation, long x, long bias, long y, int n, long scratch) {
        switch (activation) {
            case LINEAR -> linear(x, bias, y, n);
            case RELU -> relu(x, bias, y, n);
            case SIGMOID -> {
                linear(x, bias, y, n);
                VectorMath.sigmoid(y, n);
            }
            case TANH -> {
                linear(x, bias, y, n);
                VectorMath.tanh(y, n);
            }
            case SOFTMAX -> {
                linear(x, bias, y, n);
                Softmax.softmax(y, n, scratch);
            }
            case LOG_SOFTMAX -> {
                linear(x, bias, y, n);
                Softmax.logSoftmax(y, n, scratch);
            }
        }
    }

    private static void linear(long x, long bias, long y, int n) {
        if (bias != 0) {
            addBias(x, bias, y, n);
        } else if (x != y) {
            Lanes.copy(x, y, n);
        }
    }

    private static void addBias(long x, long bias, long y, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            long at = Lanes.at(0, i);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, x + at, ORDER, mask)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, bias + at, ORDER, mask))
                    .intoMemorySegment(MEMORY, y + at, ORDER, mask);
        }
    }

    private static void relu(long x, long bias, long y, int n) {
        if (bias == 0) {
            relu(x, y, n);
            return;
        }
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            long at = Lanes.at(0, i);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, x + at, ORDER, mask)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, bias + at, ORDER, mask))
                    .max(0f)
                    .intoMemorySegment(MEMORY, y + at, ORDER, mask);
        }
    }

    private static void relu(long x, long y, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            long at = Lanes.at(0, i);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, x + at, ORDER, mask)
                    .max(0f)
                    .intoMemorySegment(MEMORY, y + at, ORDER, mask);
        }
    }

    /** {@code dx = dy * activation'}, from the forward result y; for row-wise ones n is the row's length. */
    static void backward(Activation activation, long y, long dy, long dx, int n, long scratch) {
        switch (activation) {
            case LINEAR -> linear(dy, 0, dx, n);
            case RELU -> reluGradient(y, dy, dx, n);
            case SIGMOID -> sigmoidGradient(y, dy, dx, n);
            case TANH -> tanhGradient(y, dy, dx, n);
            case SOFTMAX -> Softmax.softmaxGradient(y, dy, dx, n, scratch);
            case LOG_SOFTMAX -> Softmax.logSoftmaxGradient(y, dy, dx, n, scratch);
        }
    }

    private static void reluGradient(long y, long dy, long dx, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            long at = Lanes.at(0, i);
            VectorMask<Float> positive = FloatVector.fromMemorySegment(SPECIES, MEMORY, y + at, ORDER, mask)
                    .compare(VectorOperators.GT, 0f);
            FloatVector.zero(SPECIES)
                    .blend(FloatVector.fromMemorySegment(SPECIES, MEMORY, dy + at, ORDER, mask), positive)
                    .intoMemorySegment(MEMORY, dx + at, ORDER, mask);
        }
    }

    private static void sigmoidGradient(long y, long dy, long dx, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            long at = Lanes.at(0, i);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, y + at, ORDER, mask);
            FloatVector slope = value.mul(FloatVector.broadcast(SPECIES, 1f).sub(value));
            FloatVector.fromMemorySegment(SPECIES, MEMORY, dy + at, ORDER, mask)
                    .mul(slope)
                    .intoMemorySegment(MEMORY, dx + at, ORDER, mask);
        }
    }

    private static void tanhGradient(long y, long dy, long dx, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            long at = Lanes.at(0, i);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, y + at, ORDER, mask);
            FloatVector slope = FloatVector.broadcast(SPECIES, 1f).sub(value.mul(value));
            FloatVector.fromMemorySegment(SPECIES, MEMORY, dy + at, ORDER, mask)
                    .mul(slope)
                    .intoMemorySegment(MEMORY, dx + at, ORDER, mask);
        }
    }
}
