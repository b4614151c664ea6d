package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of four filters of a convolution's weight gradient: products of dz and of runs of x, summed over positions and samples
 * in registers.
 */
final class GradientTile4 {

    private GradientTile4() {}

    /**
     * A tile of 4 weights, for CPUs with 32 registers: writes the vectors whose lanes add up to the gradients to
     * {@code sums}, at vector {@code 4 filter + weight}.
     *
     * @param dz address of the vectors of dz, for each step the four filters'
     * @param steps number of steps
     * @param offsets of the steps' vectors in the runs, in bytes
     * @param x0 address of the run that the first weight multiplies
     */
    static void wide(long dz, int steps, int[] offsets, long x0, long x1, long x2, long x3, long sums) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s00 = zero, s01 = zero, s02 = zero, s03 = zero;
        FloatVector s10 = zero, s11 = zero, s12 = zero, s13 = zero;
        FloatVector s20 = zero, s21 = zero, s22 = zero, s23 = zero;
        FloatVector s30 = zero, s31 = zero, s32 = zero, s33 = zero;
        for (int step = 0; step < steps; step++) {
            long at = offsets[step];
            FloatVector v0 = FloatVector.fromMemorySegment(SPECIES, MEMORY, x0 + at, ORDER);
            FloatVector v1 = FloatVector.fromMemorySegment(SPECIES, MEMORY, x1 + at, ORDER);
            FloatVector v2 = FloatVector.fromMemorySegment(SPECIES, MEMORY, x2 + at, ORDER);
            FloatVector v3 = FloatVector.fromMemorySegment(SPECIES, MEMORY, x3 + at, ORDER);
            FloatVector d = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz, ORDER);
            s00 = d.fma(v0, s00);
            s01 = d.fma(v1, s01);
            s02 = d.fma(v2, s02);
            s03 = d.fma(v3, s03);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz + Lanes.BYTES, ORDER);
            s10 = d.fma(v0, s10);
            s11 = d.fma(v1, s11);
            s12 = d.fma(v2, s12);
            s13 = d.fma(v3, s13);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz + 2 * Lanes.BYTES, ORDER);
            s20 = d.fma(v0, s20);
            s21 = d.fma(v1, s21);
            s22 = d.fma(v2, s22);
            s23 = d.fma(v3, s23);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz + 3 * Lanes.BYTES, ORDER);
            s30 = d.fma(v0, s30);
            s31 = d.fma(v1, s31);
            s32 = d.fma(v2, s32);
            s33 = d.fma(v3, s33);
            dz += 4 * Lanes.BYTES;
        }
        s00.intoMemorySegment(MEMORY, sums, ORDER);
        s01.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
        s02.intoMemorySegment(MEMORY, sums + 2 * Lanes.BYTES, ORDER);
        s03.intoMemorySegment(MEMORY, sums + 3 * Lanes.BYTES, ORDER);
        s10.intoMemorySegment(MEMORY, sums + 4 * Lanes.BYTES, ORDER);
        s11.intoMemorySegment(MEMORY, sums + 5 * Lanes.BYTES, ORDER);
        s12.intoMemorySegment(MEMORY, sums + 6 * Lanes.BYTES, ORDER);
        s13.intoMemorySegment(MEMORY, sums + 7 * Lanes.BYTES, ORDER);
        s20.intoMemorySegment(MEMORY, sums + 8 * Lanes.BYTES, ORDER);
        s21.intoMemorySegment(MEMORY, sums + 9 * Lanes.BYTES, ORDER);
        s22.intoMemorySegment(MEMORY, sums + 10 * Lanes.BYTES, ORDER);
        s23.intoMemorySegment(MEMORY, sums + 11 * Lanes.BYTES, ORDER);
        s30.intoMemorySegment(MEMORY, sums + 12 * Lanes.BYTES, ORDER);
        s31.intoMemorySegment(MEMORY, sums + 13 * Lanes.BYTES, ORDER);
        s32.intoMemorySegment(MEMORY, sums + 14 * Lanes.BYTES, ORDER);
        s33.intoMemorySegment(MEMORY, sums + 15 * Lanes.BYTES, ORDER);
    }

    /** A tile of 2 weights, with the sums at vector {@code 2 filter + weight}. */
    static void pair(long dz, int steps, int[] offsets, long x0, long x1, long sums) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s00 = zero, s01 = zero;
        FloatVector s10 = zero, s11 = zero;
        FloatVector s20 = zero, s21 = zero;
        FloatVector s30 = zero, s31 = zero;
        for (int step = 0; step < steps; step++) {
            long at = offsets[step];
            FloatVector v0 = FloatVector.fromMemorySegment(SPECIES, MEMORY, x0 + at, ORDER);
            FloatVector v1 = FloatVector.fromMemorySegment(SPECIES, MEMORY, x1 + at, ORDER);
            FloatVector d = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz, ORDER);
            s00 = d.fma(v0, s00);
            s01 = d.fma(v1, s01);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz + Lanes.BYTES, ORDER);
            s10 = d.fma(v0, s10);
            s11 = d.fma(v1, s11);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz + 2 * Lanes.BYTES, ORDER);
            s20 = d.fma(v0, s20);
            s21 = d.fma(v1, s21);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, dz + 3 * Lanes.BYTES, ORDER);
            s30 = d.fma(v0, s30);
            s31 = d.fma(v1, s31);
            dz += 4 * Lanes.BYTES;
        }
        s00.intoMemorySegment(MEMORY, sums, ORDER);
        s01.intoMemorySegment(MEMORY, sums + Lanes.BYTES, ORDER);
        s10.intoMemorySegment(MEMORY, sums + 2 * Lanes.BYTES, ORDER);
        s11.intoMemorySegment(MEMORY, sums + 3 * Lanes.BYTES, ORDER);
        s20.intoMemorySegment(MEMORY, sums + 4 * Lanes.BYTES, ORDER);
        s21.intoMemorySegment(MEMORY, sums + 5 * Lanes.BYTES, ORDER);
        s30.intoMemorySegment(MEMORY, sums + 6 * Lanes.BYTES, ORDER);
        s31.intoMemorySegment(MEMORY, sums + 7 * Lanes.BYTES, ORDER);
    }
}
