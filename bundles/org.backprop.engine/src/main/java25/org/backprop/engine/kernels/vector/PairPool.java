package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.model.Size2d;
import org.backprop.model.Window;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Pools of 2 rows and 2 columns with a stride of 2 and no padding, for up to a vector of each row of the result. */
final class PairPool {

    private static final Size2d ONE = Size2d.of(1);
    private static final Size2d TWO = Size2d.of(2);

    /** Lane i from lane 2 i, in the lower and in the upper half. */
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % Lanes.COUNT);

    /** Lane i from lane i / 2, and from the upper half. */
    private static final VectorShuffle<Float> DOUBLE = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);

    private static final VectorShuffle<Float> DOUBLE_UPPER =
            VectorShuffle.fromOp(SPECIES, lane -> (lane + Lanes.COUNT) / 2);

    private static final VectorMask<Float> UPPER_HALF = SPECIES.indexInRange(-Lanes.COUNT / 2, Lanes.COUNT / 2);
    private static final long EVEN_LANES = 0x5555_5555_5555_5555L;

    private PairPool() {}

    /** Whether these pools are of that window. */
    static boolean fits(Window window) {
        return window.kernel().equals(TWO)
                && window.stride().equals(TWO)
                && window.dilation().equals(ONE)
                && window.top() == 0
                && window.left() == 0
                && 2 * window.outHeight() <= window.height()
                && 2 * window.outWidth() <= window.width();
    }

    /**
     * Greatest element of each pair of rows and columns.
     *
     * @param xRow bytes from a row of x to the next
     * @param yRow bytes from a row of y to the next
     * @param rows rows of y
     * @param count values of a row of y, or more than a vector
     */
    static void max(long x, long xRow, long y, long yRow, int rows, int count) {
        VectorMask<Float> first = SPECIES.indexInRange(0, 2 * count);
        VectorMask<Float> second = SPECIES.indexInRange(0, Math.max(0, 2 * count - Lanes.COUNT));
        VectorMask<Float> mask = SPECIES.indexInRange(0, count);
        for (int i = 0; i < rows; i++) {
            long at = x + 2 * i * xRow;
            long next = at + xRow;
            FloatVector left = FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER, first)
                    .max(FloatVector.fromMemorySegment(SPECIES, MEMORY, next, ORDER, first));
            FloatVector right = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + Lanes.BYTES, ORDER, second)
                    .max(FloatVector.fromMemorySegment(SPECIES, MEMORY, next + Lanes.BYTES, ORDER, second));
            left = left.max(left.rearrange(LaneSwaps.SWAP_1));
            right = right.max(right.rearrange(LaneSwaps.SWAP_1));
            left.rearrange(EVEN)
                    .blend(right.rearrange(EVEN), UPPER_HALF)
                    .intoMemorySegment(MEMORY, y + i * yRow, ORDER, mask);
        }
    }

    /** Mean of each pair of rows and columns; arguments as in {@link #max}. */
    static void mean(long x, long xRow, long y, long yRow, int rows, int count) {
        VectorMask<Float> first = SPECIES.indexInRange(0, 2 * count);
        VectorMask<Float> second = SPECIES.indexInRange(0, Math.max(0, 2 * count - Lanes.COUNT));
        VectorMask<Float> mask = SPECIES.indexInRange(0, count);
        for (int i = 0; i < rows; i++) {
            long at = x + 2 * i * xRow;
            long next = at + xRow;
            FloatVector left = FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER, first)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, next, ORDER, first));
            FloatVector right = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + Lanes.BYTES, ORDER, second)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, next + Lanes.BYTES, ORDER, second));
            left = left.add(left.rearrange(LaneSwaps.SWAP_1));
            right = right.add(right.rearrange(LaneSwaps.SWAP_1));
            left.rearrange(EVEN)
                    .blend(right.rearrange(EVEN), UPPER_HALF)
                    .mul(0.25f)
                    .intoMemorySegment(MEMORY, y + i * yRow, ORDER, mask);
        }
    }

    /** Gradient of {@link #max}: that of y goes to the first of the four that equals y; dx is 0 elsewhere. */
    static void maxGradient(long x, long xRow, long y, long dy, long yRow, int rows, int count, long dx) {
        halfMaxGradient(x, xRow, y, dy, yRow, rows, count, false, dx);
        if (2 * count > Lanes.COUNT) {
            halfMaxGradient(x + Lanes.BYTES, xRow, y, dy, yRow, rows, count, true, dx + Lanes.BYTES);
        }
    }

    /** The gradient of the lower or the upper half of the vectors of y. */
    private static void halfMaxGradient(
            long x, long xRow, long y, long dy, long yRow, int rows, int count, boolean upper, long dx) {
        VectorShuffle<Float> twice = upper ? DOUBLE_UPPER : DOUBLE;
        VectorMask<Float> mask = SPECIES.indexInRange(0, count);
        VectorMask<Float> pairs = SPECIES.indexInRange(0, upper ? 2 * count - Lanes.COUNT : 2 * count);
        for (int i = 0; i < rows; i++) {
            long at = 2 * i * xRow;
            long next = at + xRow;
            FloatVector greatest = FloatVector.fromMemorySegment(SPECIES, MEMORY, y + i * yRow, ORDER, mask)
                    .rearrange(twice);
            FloatVector gradient = FloatVector.fromMemorySegment(SPECIES, MEMORY, dy + i * yRow, ORDER, mask)
                    .rearrange(twice);
            long above = FloatVector.fromMemorySegment(SPECIES, MEMORY, x + at, ORDER, pairs)
                    .eq(greatest)
                    .toLong();
            long below = FloatVector.fromMemorySegment(SPECIES, MEMORY, x + next, ORDER, pairs)
                    .eq(greatest)
                    .toLong();
            long found = (above | above >>> 1) & EVEN_LANES;
            above &= ~((above & EVEN_LANES) << 1);
            below &= ~((below & EVEN_LANES) << 1) & ~(found | found << 1);
            FloatVector.zero(SPECIES)
                    .blend(gradient, VectorMask.fromLong(SPECIES, above))
                    .intoMemorySegment(MEMORY, dx + at, ORDER, pairs);
            FloatVector.zero(SPECIES)
                    .blend(gradient, VectorMask.fromLong(SPECIES, below))
                    .intoMemorySegment(MEMORY, dx + next, ORDER, pairs);
        }
    }

    /** Gradient of {@link #mean}. */
    static void meanGradient(long dy, long yRow, int rows, int count, long dx, long xRow) {
        VectorMask<Float> first = SPECIES.indexInRange(0, 2 * count);
        VectorMask<Float> second = SPECIES.indexInRange(0, Math.max(0, 2 * count - Lanes.COUNT));
        VectorMask<Float> mask = SPECIES.indexInRange(0, count);
        for (int i = 0; i < rows; i++) {
            long at = dx + 2 * i * xRow;
            FloatVector gradient = FloatVector.fromMemorySegment(SPECIES, MEMORY, dy + i * yRow, ORDER, mask)
                    .mul(0.25f);
            FloatVector left = gradient.rearrange(DOUBLE);
            FloatVector right = gradient.rearrange(DOUBLE_UPPER);
            left.intoMemorySegment(MEMORY, at, ORDER, first);
            left.intoMemorySegment(MEMORY, at + xRow, ORDER, first);
            right.intoMemorySegment(MEMORY, at + Lanes.BYTES, ORDER, second);
            right.intoMemorySegment(MEMORY, at + xRow + Lanes.BYTES, ORDER, second);
        }
    }
}
