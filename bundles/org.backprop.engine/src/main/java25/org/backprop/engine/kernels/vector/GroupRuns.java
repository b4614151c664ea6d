package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Normalization of a run of values that have a scale and shift each. Two sums are vectors in memory next to each other. */
final class GroupRuns {

    private GroupRuns() {}

    /** {@code y = (x - mean) factor gamma + beta}. */
    static void normalize(long x, long y, int n, float mean, float factor, long gamma, long beta) {
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means)
                    .mul(factors)
                    .fma(
                            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(gamma, i), ORDER, mask),
                            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(beta, i), ORDER, mask))
                    .intoMemorySegment(MEMORY, Lanes.at(y, i), ORDER, mask);
        }
    }

    /** Sets the sums to those of {@code dy gamma} and {@code dy gamma (x - mean)}. */
    static void sums(long x, long dy, long gamma, int n, float mean, long sums) {
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = FloatVector.zero(SPECIES);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector gradient = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dy, i), ORDER, mask)
                    .mul(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(gamma, i), ORDER, mask));
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means);
            first = first.add(gradient);
            second = value.fma(gradient, second);
        }
        first.intoMemorySegment(MEMORY, sums, ORDER);
        second.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
    }

    /** Adds {@code dy (x - mean) factor} to the gradients of gamma and {@code dy} to those of beta. */
    static void addGradients(long x, long dy, int n, float mean, float factor, long gammaGradient, long betaGradient) {
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector gradient = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dy, i), ORDER, mask);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means)
                    .mul(factors)
                    .fma(
                            gradient,
                            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(gammaGradient, i), ORDER, mask))
                    .intoMemorySegment(MEMORY, Lanes.at(gammaGradient, i), ORDER, mask);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(betaGradient, i), ORDER, mask)
                    .add(gradient)
                    .intoMemorySegment(MEMORY, Lanes.at(betaGradient, i), ORDER, mask);
        }
    }

    /** {@code dx = factor (dy gamma - straight) + slope (x - mean)}. */
    static void gradient(
            long x, long dy, long gamma, long dx, int n, float mean, float factor, float straight, float slope) {
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        FloatVector slopes = FloatVector.broadcast(SPECIES, slope);
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector straights = FloatVector.broadcast(SPECIES, straight);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector scaled = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dy, i), ORDER, mask)
                    .mul(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(gamma, i), ORDER, mask))
                    .sub(straights)
                    .mul(factors);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means)
                    .fma(slopes, scaled)
                    .intoMemorySegment(MEMORY, Lanes.at(dx, i), ORDER, mask);
        }
    }

    /** {@code dx = factor (dy gamma - straight) + slope (x - mean)}, with one gamma. */
    static void gradient(
            long x, long dy, float gamma, long dx, int n, float mean, float factor, float straight, float slope) {
        FloatVector gammas = FloatVector.broadcast(SPECIES, gamma);
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        FloatVector slopes = FloatVector.broadcast(SPECIES, slope);
        FloatVector means = FloatVector.broadcast(SPECIES, mean);
        FloatVector straights = FloatVector.broadcast(SPECIES, straight);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector scaled = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dy, i), ORDER, mask)
                    .mul(gammas)
                    .sub(straights)
                    .mul(factors);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(means)
                    .fma(slopes, scaled)
                    .intoMemorySegment(MEMORY, Lanes.at(dx, i), ORDER, mask);
        }
    }
}
