package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Moves rows of values between matrices; {@code fromRow} and {@code toRow} are the bytes from a row to the next. */
final class Rows {

    private Rows() {}

    /** A length, rounded up to a whole number of {@link OuterProduct}'s tiles. */
    static int padded(int n) {
        return Math.ceilDiv(n, 2 * Lanes.COUNT) * 2 * Lanes.COUNT;
    }

    /** {@code to = from} for n values in each row. */
    static void copy(long from, long fromRow, long to, long toRow, int rows, int n) {
        for (int r = 0; r < rows; r++) {
            long source = from + r * fromRow;
            long target = to + r * toRow;
            for (int i = 0; i < n; i += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(i, n);
                FloatVector.fromMemorySegment(SPECIES, MEMORY, source + (long) i * Float.BYTES, ORDER, mask)
                        .intoMemorySegment(MEMORY, target + (long) i * Float.BYTES, ORDER, mask);
            }
        }
    }

    /** {@code to = factor * from} for n values in each row. */
    static void scale(float factor, long from, long fromRow, long to, long toRow, int rows, int n) {
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        for (int r = 0; r < rows; r++) {
            long source = from + r * fromRow;
            long target = to + r * toRow;
            for (int i = 0; i < n; i += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(i, n);
                FloatVector.fromMemorySegment(SPECIES, MEMORY, source + (long) i * Float.BYTES, ORDER, mask)
                        .mul(factors)
                        .intoMemorySegment(MEMORY, target + (long) i * Float.BYTES, ORDER, mask);
            }
        }
    }

    /** {@code to += from} for n values in each row. */
    static void add(long from, long fromRow, long to, long toRow, int rows, int n) {
        for (int r = 0; r < rows; r++) {
            long source = from + r * fromRow;
            long target = to + r * toRow;
            for (int i = 0; i < n; i += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(i, n);
                long at = (long) i * Float.BYTES;
                FloatVector.fromMemorySegment(SPECIES, MEMORY, source + at, ORDER, mask)
                        .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, target + at, ORDER, mask))
                        .intoMemorySegment(MEMORY, target + at, ORDER, mask);
            }
        }
    }

    /** {@code to = value} for one value in each row. */
    static void fillColumn(float value, long to, long toRow, int rows) {
        for (int r = 0; r < rows; r++) {
            Lanes.set(to + r * toRow, value);
        }
    }

    /** {@code to = value} for n values in each row. */
    static void fill(float value, long to, long toRow, int rows, int n) {
        FloatVector values = FloatVector.broadcast(SPECIES, value);
        for (int r = 0; r < rows; r++) {
            long target = to + r * toRow;
            for (int i = 0; i < n; i += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(i, n);
                values.intoMemorySegment(MEMORY, target + (long) i * Float.BYTES, ORDER, mask);
            }
        }
    }
}
