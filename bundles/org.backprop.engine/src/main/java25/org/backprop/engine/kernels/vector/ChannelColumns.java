package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Batch normalization of up to a vector of channels that have one position: each channel is a lane, each sample a row. As
 * {@link ChannelRuns}, but what belongs to a channel comes as an address of the first channel's.
 */
final class ChannelColumns {

    private ChannelColumns() {}

    /** Writes the sums of {@code x - shift} and of its square. */
    static void moments(long x, long row, int rows, int count, long shift, long sums) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, count);
        FloatVector shifts = FloatVector.fromMemorySegment(SPECIES, MEMORY, shift, ORDER, mask);
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = FloatVector.zero(SPECIES);
        for (int i = 0; i < rows; i++) {
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, x + i * row, ORDER, mask)
                    .sub(shifts);
            first = first.add(value);
            second = value.fma(value, second);
        }
        first.intoMemorySegment(MEMORY, sums, ORDER);
        second.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
    }

    /** {@code y = (x - mean) scale + shift}, or 0 if that is below floor. */
    static void normalize(
            long x, long y, long row, int rows, int count, long mean, long scale, long shift, float floor) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, count);
        FloatVector means = FloatVector.fromMemorySegment(SPECIES, MEMORY, mean, ORDER, mask);
        FloatVector scales = FloatVector.fromMemorySegment(SPECIES, MEMORY, scale, ORDER, mask);
        FloatVector shifts = FloatVector.fromMemorySegment(SPECIES, MEMORY, shift, ORDER, mask);
        for (int i = 0; i < rows; i++) {
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, x + i * row, ORDER, mask)
                    .sub(means)
                    .fma(scales, shifts);
            value.blend(FloatVector.zero(SPECIES), value.compare(VectorOperators.LT, floor))
                    .intoMemorySegment(MEMORY, y + i * row, ORDER, mask);
        }
    }

    /** Writes the sums of {@code dz} and of {@code dz (x - mean)}. */
    static void gradients(long x, long dz, long row, int rows, int count, long mean, long sums) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, count);
        FloatVector means = FloatVector.fromMemorySegment(SPECIES, MEMORY, mean, ORDER, mask);
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = FloatVector.zero(SPECIES);
        for (int i = 0; i < rows; i++) {
            FloatVector gradient = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz + i * row, ORDER, mask);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, x + i * row, ORDER, mask)
                    .sub(means);
            first = first.add(gradient);
            second = value.fma(gradient, second);
        }
        first.intoMemorySegment(MEMORY, sums, ORDER);
        second.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
    }

    /** {@code dx = scale (dz - dzMean) + slope (x - mean)}. */
    static void gradient(
            long x, long dz, long dx, long row, int rows, int count, long mean, long dzMean, long scale, long slope) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, count);
        FloatVector means = FloatVector.fromMemorySegment(SPECIES, MEMORY, mean, ORDER, mask);
        FloatVector dzMeans = FloatVector.fromMemorySegment(SPECIES, MEMORY, dzMean, ORDER, mask);
        FloatVector scales = FloatVector.fromMemorySegment(SPECIES, MEMORY, scale, ORDER, mask);
        FloatVector slopes = FloatVector.fromMemorySegment(SPECIES, MEMORY, slope, ORDER, mask);
        for (int i = 0; i < rows; i++) {
            FloatVector straight = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz + i * row, ORDER, mask)
                    .sub(dzMeans)
                    .mul(scales);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, x + i * row, ORDER, mask)
                    .sub(means)
                    .fma(slopes, straight)
                    .intoMemorySegment(MEMORY, dx + i * row, ORDER, mask);
        }
    }
}
