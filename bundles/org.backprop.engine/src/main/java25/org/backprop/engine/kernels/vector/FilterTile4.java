package org.backprop.engine.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Tiles of four rows of {@code Y = max(floor, b + W X)}, which stay in registers while k runs. A row of X is a run of values at
 * an offset from a table; W and b come as a panel: the four biases, then for each k the four weights. Rows behind the last one
 * repeat it.
 */
final class FilterTile4 {

    static final int ROWS = 4;

    private FilterTile4() {}

    /**
     * A tile of 4 vectors, for CPUs with 32 registers.
     *
     * @param panel biases and weights
     * @param offsets of the rows of X, in bytes
     * @param x address of the tile's columns in a row of X with offset 0
     * @param y address of the tile
     * @param yRow bytes from a row of Y to the next
     * @param last greatest row number that exists, 0 to 3
     * @param floor values below become 0: 0 for ReLU, negative infinity for none
     */
    static void wide(int k, long panel, int[] offsets, long x, long y, long yRow, int last, float floor) {
        FloatVector b0 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel));
        FloatVector s00 = b0, s01 = b0, s02 = b0, s03 = b0;
        FloatVector b1 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + Float.BYTES));
        FloatVector s10 = b1, s11 = b1, s12 = b1, s13 = b1;
        FloatVector b2 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 2 * Float.BYTES));
        FloatVector s20 = b2, s21 = b2, s22 = b2, s23 = b2;
        FloatVector b3 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 3 * Float.BYTES));
        FloatVector s30 = b3, s31 = b3, s32 = b3, s33 = b3;
        for (int p = 0; p < k; p++) {
            panel += ROWS * Float.BYTES;
            long at = x + offsets[p];
            FloatVector x0 = FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER);
            FloatVector x1 = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + Lanes.BYTES, ORDER);
            FloatVector x2 = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 2 * Lanes.BYTES, ORDER);
            FloatVector x3 = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 3 * Lanes.BYTES, ORDER);
            FloatVector w = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel));
            s00 = w.fma(x0, s00);
            s01 = w.fma(x1, s01);
            s02 = w.fma(x2, s02);
            s03 = w.fma(x3, s03);
            w = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + Float.BYTES));
            s10 = w.fma(x0, s10);
            s11 = w.fma(x1, s11);
            s12 = w.fma(x2, s12);
            s13 = w.fma(x3, s13);
            w = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 2 * Float.BYTES));
            s20 = w.fma(x0, s20);
            s21 = w.fma(x1, s21);
            s22 = w.fma(x2, s22);
            s23 = w.fma(x3, s23);
            w = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 3 * Float.BYTES));
            s30 = w.fma(x0, s30);
            s31 = w.fma(x1, s31);
            s32 = w.fma(x2, s32);
            s33 = w.fma(x3, s33);
        }
        FloatVector zero = FloatVector.zero(SPECIES);
        long to = y;
        s00.blend(zero, s00.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to, ORDER);
        s01.blend(zero, s01.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
        s02.blend(zero, s02.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + 2 * Lanes.BYTES, ORDER);
        s03.blend(zero, s03.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + 3 * Lanes.BYTES, ORDER);
        to = y + Math.min(1, last) * yRow;
        s10.blend(zero, s10.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to, ORDER);
        s11.blend(zero, s11.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
        s12.blend(zero, s12.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + 2 * Lanes.BYTES, ORDER);
        s13.blend(zero, s13.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + 3 * Lanes.BYTES, ORDER);
        to = y + Math.min(2, last) * yRow;
        s20.blend(zero, s20.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to, ORDER);
        s21.blend(zero, s21.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
        s22.blend(zero, s22.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + 2 * Lanes.BYTES, ORDER);
        s23.blend(zero, s23.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + 3 * Lanes.BYTES, ORDER);
        to = y + Math.min(3, last) * yRow;
        s30.blend(zero, s30.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to, ORDER);
        s31.blend(zero, s31.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
        s32.blend(zero, s32.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + 2 * Lanes.BYTES, ORDER);
        s33.blend(zero, s33.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + 3 * Lanes.BYTES, ORDER);
    }

    /** A tile of 2 vectors; otherwise as {@link #wide}. */
    static void pair(int k, long panel, int[] offsets, long x, long y, long yRow, int last, float floor) {
        FloatVector b0 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel));
        FloatVector s00 = b0, s01 = b0;
        FloatVector b1 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + Float.BYTES));
        FloatVector s10 = b1, s11 = b1;
        FloatVector b2 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 2 * Float.BYTES));
        FloatVector s20 = b2, s21 = b2;
        FloatVector b3 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 3 * Float.BYTES));
        FloatVector s30 = b3, s31 = b3;
        for (int p = 0; p < k; p++) {
            panel += ROWS * Float.BYTES;
            long at = x + offsets[p];
            FloatVector x0 = FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER);
            FloatVector x1 = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + Lanes.BYTES, ORDER);
            FloatVector w = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel));
            s00 = w.fma(x0, s00);
            s01 = w.fma(x1, s01);
            w = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + Float.BYTES));
            s10 = w.fma(x0, s10);
            s11 = w.fma(x1, s11);
            w = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 2 * Float.BYTES));
            s20 = w.fma(x0, s20);
            s21 = w.fma(x1, s21);
            w = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 3 * Float.BYTES));
            s30 = w.fma(x0, s30);
            s31 = w.fma(x1, s31);
        }
        FloatVector zero = FloatVector.zero(SPECIES);
        long to = y;
        s00.blend(zero, s00.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to, ORDER);
        s01.blend(zero, s01.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
        to = y + Math.min(1, last) * yRow;
        s10.blend(zero, s10.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to, ORDER);
        s11.blend(zero, s11.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
        to = y + Math.min(2, last) * yRow;
        s20.blend(zero, s20.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to, ORDER);
        s21.blend(zero, s21.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
        to = y + Math.min(3, last) * yRow;
        s30.blend(zero, s30.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to, ORDER);
        s31.blend(zero, s31.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, to + Lanes.BYTES, ORDER);
    }

    /** The first {@code columns} lanes of a tile of 1 vector; otherwise as {@link #wide}. */
    static void narrow(
            int k, int columns, long panel, int[] offsets, long x, long y, long yRow, int last, float floor) {
        FloatVector s0 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel));
        FloatVector s1 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + Float.BYTES));
        FloatVector s2 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 2 * Float.BYTES));
        FloatVector s3 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 3 * Float.BYTES));
        for (int p = 0; p < k; p++) {
            panel += ROWS * Float.BYTES;
            FloatVector v = FloatVector.fromMemorySegment(SPECIES, MEMORY, x + offsets[p], ORDER);
            s0 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel)).fma(v, s0);
            s1 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + Float.BYTES))
                    .fma(v, s1);
            s2 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 2 * Float.BYTES))
                    .fma(v, s2);
            s3 = FloatVector.broadcast(SPECIES, MEMORY.get(JAVA_FLOAT, panel + 3 * Float.BYTES))
                    .fma(v, s3);
        }
        FloatVector zero = FloatVector.zero(SPECIES);
        VectorMask<Float> mask = SPECIES.indexInRange(0, columns);
        s0.blend(zero, s0.compare(VectorOperators.LT, floor)).intoMemorySegment(MEMORY, y, ORDER, mask);
        s1.blend(zero, s1.compare(VectorOperators.LT, floor))
                .intoMemorySegment(MEMORY, y + Math.min(1, last) * yRow, ORDER, mask);
        s2.blend(zero, s2.compare(VectorOperators.LT, floor))
                .intoMemorySegment(MEMORY, y + Math.min(2, last) * yRow, ORDER, mask);
        s3.blend(zero, s3.compare(VectorOperators.LT, floor))
                .intoMemorySegment(MEMORY, y + Math.min(3, last) * yRow, ORDER, mask);
    }
}
