package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Copies between rows of planes that differ in width, shift and step. */
final class PlaneRows {

    private static final int HALF = Lanes.COUNT / 2;

    /** Lane i from lane 2 i, in the lower and in the upper half. */
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % Lanes.COUNT);

    /** Lane i from lane i / 2. */
    private static final VectorShuffle<Float> DOUBLE = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);

    private static final VectorMask<Float> UPPER_HALF = lanes(HALF, Lanes.COUNT);
    private static final VectorMask<Float> ODD = VectorMask.fromLong(SPECIES, 0xaaaa_aaaa_aaaa_aaaaL);

    private PlaneRows() {}

    /** The lanes from {@code low} to {@code high}, as far as they exist. */
    private static VectorMask<Float> lanes(int low, int high) {
        int from = Math.clamp(low, 0, Lanes.COUNT);
        int count = Math.clamp(high, from, Lanes.COUNT) - from;
        return VectorMask.fromLong(SPECIES, ((1L << count) - 1) << from);
    }

    /** Writes {@code count} zeros to each of some planes, which are {@code plane} bytes apart. */
    static void clear(long to, int count, int planes, long plane) {
        for (int j = 0; j < count; j += Lanes.COUNT) {
            VectorMask<Float> mask = lanes(0, count - j);
            for (int i = 0; i < planes; i++) {
                FloatVector.zero(SPECIES).intoMemorySegment(MEMORY, Lanes.at(to, j) + i * plane, ORDER, mask);
            }
        }
    }

    /**
     * Copies up to a vector of each row of some planes: {@code to[j] = from[j * step]} where {@code low <= j * step < high},
     * else 0.
     *
     * @param row bytes from a row to the next
     * @param plane bytes from a plane to the next
     * @param count values to write, or more than a vector
     */
    static void copy(
            long from,
            long row,
            long plane,
            int low,
            int high,
            int step,
            long to,
            long toRow,
            long toPlane,
            int count,
            int rows,
            int planes) {
        if (step == 1) {
            shifted(from, row, plane, low, high, to, toRow, toPlane, count, rows, planes);
        } else if (step == 2) {
            halved(from, row, plane, low, high, to, toRow, toPlane, count, rows, planes);
        } else {
            for (int i = 0; i < planes; i++) {
                stepped(from + i * plane, row, low, high, step, to + i * toPlane, toRow, count, rows);
            }
        }
    }

    private static void shifted(
            long from,
            long row,
            long plane,
            int low,
            int high,
            long to,
            long toRow,
            long toPlane,
            int count,
            int rows,
            int planes) {
        VectorMask<Float> inside = lanes(low, Math.min(high, count));
        VectorMask<Float> mask = lanes(0, count);
        for (int i = 0; i < planes; i++) {
            for (int j = 0; j < rows; j++) {
                FloatVector.fromMemorySegment(SPECIES, MEMORY, from + i * plane + j * row, ORDER, inside)
                        .intoMemorySegment(MEMORY, to + i * toPlane + j * toRow, ORDER, mask);
            }
        }
    }

    private static void halved(
            long from,
            long row,
            long plane,
            int low,
            int high,
            long to,
            long toRow,
            long toPlane,
            int count,
            int rows,
            int planes) {
        VectorMask<Float> inside = lanes(low, high);
        VectorMask<Float> insideNext = lanes(low - Lanes.COUNT, high - Lanes.COUNT);
        VectorMask<Float> mask = lanes(0, count);
        for (int i = 0; i < planes; i++) {
            for (int j = 0; j < rows; j++) {
                long at = from + i * plane + j * row;
                FloatVector next = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + Lanes.BYTES, ORDER, insideNext);
                FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER, inside)
                        .rearrange(EVEN)
                        .blend(next.rearrange(EVEN), UPPER_HALF)
                        .intoMemorySegment(MEMORY, to + i * toPlane + j * toRow, ORDER, mask);
            }
        }
    }

    private static void stepped(
            long from, long row, int low, int high, int step, long to, long toRow, int count, int rows) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < Math.min(Lanes.COUNT, count); j++) {
                int column = j * step;
                boolean inside = column >= low && column < high;
                Lanes.set(Lanes.at(to + i * toRow, j), inside ? Lanes.get(Lanes.at(from + i * row, column)) : 0f);
            }
        }
    }

    /**
     * Joins up to a vector of each row of some planes: {@code to[2 j] = even[j], to[2 j + 1] = odd[j]}.
     *
     * @param evenRow bytes from a row to the next; the planes follow without a gap
     * @param toPlane bytes from a plane to the next
     * @param count values to write, or more than a vector
     */
    static void interleave(
            long even,
            long evenRow,
            long odd,
            long oddRow,
            long to,
            long toRow,
            long toPlane,
            int count,
            int rows,
            int planes) {
        VectorMask<Float> mask = lanes(0, count);
        VectorMask<Float> evens = lanes(0, Math.ceilDiv(Math.min(count, Lanes.COUNT), 2));
        VectorMask<Float> odds = lanes(0, Math.min(count, Lanes.COUNT) / 2);
        for (int i = 0; i < planes; i++) {
            for (int j = 0; j < rows; j++) {
                long line = (long) i * rows + j;
                FloatVector other = FloatVector.fromMemorySegment(SPECIES, MEMORY, odd + line * oddRow, ORDER, odds);
                FloatVector.fromMemorySegment(SPECIES, MEMORY, even + line * evenRow, ORDER, evens)
                        .rearrange(DOUBLE)
                        .blend(other.rearrange(DOUBLE), ODD)
                        .intoMemorySegment(MEMORY, to + i * toPlane + j * toRow, ORDER, mask);
            }
        }
    }

    /** {@code to[j * step] = from[j]}. */
    static void spread(long from, int count, long to, int step) {
        for (int j = 0; j < count; j++) {
            Lanes.set(Lanes.at(to, (long) j * step), Lanes.get(Lanes.at(from, j)));
        }
    }
}
