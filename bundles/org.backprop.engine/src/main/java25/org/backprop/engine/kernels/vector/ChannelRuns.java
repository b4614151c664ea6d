package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Batch normalization of a run of values of one channel: the positions of one sample. Sums are added to two vectors in
 * memory, whose lanes are added later.
 */
final class ChannelRuns {

    private ChannelRuns() {}

    /** Adds {@code x - shift} to the first vector and its square to the second. */
    static void addMoments(long x, int n, float shift, long sums) {
        FloatVector first = FloatVector.fromMemorySegment(SPECIES, MEMORY, sums, ORDER);
        FloatVector second = FloatVector.fromMemorySegment(SPECIES, MEMORY, sums + Lanes.BYTES, ORDER);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(shift, mask);
            first = first.add(value);
            second = value.fma(value, second);
        }
        first.intoMemorySegment(MEMORY, sums, ORDER);
        second.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
    }

    /** {@code y = (x - mean) scale + shift}, or 0 if that is below floor. */
    static void normalize(long x, long y, int n, float mean, float scale, float shift, float floor) {
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector scales = FloatVector.broadcast(SPECIES, scale);
        FloatVector shifts = FloatVector.broadcast(SPECIES, shift);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means)
                    .fma(scales, shifts);
            value.blend(FloatVector.zero(SPECIES), value.compare(VectorOperators.LT, floor))
                    .intoMemorySegment(MEMORY, Lanes.at(y, i), ORDER, mask);
        }
    }

    /** Adds {@code dz} to the first vector and {@code dz (x - mean)} to the second. */
    static void addGradients(long x, long dz, int n, float mean, long sums) {
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector first = FloatVector.fromMemorySegment(SPECIES, MEMORY, sums, ORDER);
        FloatVector second = FloatVector.fromMemorySegment(SPECIES, MEMORY, sums + Lanes.BYTES, ORDER);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector gradient = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dz, i), ORDER, mask);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means);
            first = first.add(gradient);
            second = value.fma(gradient, second);
        }
        first.intoMemorySegment(MEMORY, sums, ORDER);
        second.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
    }

    /** Sets dz to 0 where y is not positive; otherwise as {@link #addGradients}. */
    static void addPositiveGradients(long x, long y, long dz, int n, float mean, long sums) {
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector first = FloatVector.fromMemorySegment(SPECIES, MEMORY, sums, ORDER);
        FloatVector second = FloatVector.fromMemorySegment(SPECIES, MEMORY, sums + Lanes.BYTES, ORDER);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            VectorMask<Float> positive = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(y, i), ORDER, mask)
                    .compare(VectorOperators.GT, 0f);
            FloatVector gradient = FloatVector.zero(SPECIES)
                    .blend(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dz, i), ORDER, mask), positive);
            gradient.intoMemorySegment(MEMORY, Lanes.at(dz, i), ORDER, mask);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means);
            first = first.add(gradient);
            second = value.fma(gradient, second);
        }
        first.intoMemorySegment(MEMORY, sums, ORDER);
        second.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
    }

    /** {@code dx = scale (dz - dzMean) + slope (x - mean)}. */
    static void gradient(long x, long dz, long dx, int n, float mean, float dzMean, float scale, float slope) {
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector dzMeans = FloatVector.broadcast(SPECIES, dzMean);
        FloatVector scales = FloatVector.broadcast(SPECIES, scale);
        FloatVector slopes = FloatVector.broadcast(SPECIES, slope);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector straight = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dz, i), ORDER, mask)
                    .sub(dzMeans)
                    .mul(scales);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means)
                    .fma(slopes, straight)
                    .intoMemorySegment(MEMORY, Lanes.at(dx, i), ORDER, mask);
        }
    }
}
