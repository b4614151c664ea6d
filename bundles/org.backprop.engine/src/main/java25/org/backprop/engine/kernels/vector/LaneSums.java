package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Sums of the lanes of many vectors in memory, always in the same order: each level halves the number of vectors and of
 * lanes that belong to one sum.
 */
final class LaneSums {

    private LaneSums() {}

    /** Number of vectors, and of sums, that memory for {@code count} of them must hold. */
    static int vectors(int count) {
        return Math.ceilDiv(count, Lanes.COUNT) * Lanes.COUNT;
    }

    /**
     * {@code sums[i] += sum of the lanes of vector i}.
     *
     * @param vectors as many vectors as {@link #vectors} says, of which the first {@code count} count; overwritten
     * @param sums as many values, of which the first {@code count} count
     */
    static void add(long vectors, int count, long sums) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long group = vectors + (long) i * Lanes.BYTES;
            if (Lanes.COUNT > 8) {
                halve(group);
            }
            addEight(group, Lanes.at(sums, i));
        }
    }

    /** From 16 vectors to 8. */
    private static void halve(long at) {
        for (int i = 0; i < 8; i++) {
            FloatVector v = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + (long) i * Lanes.BYTES, ORDER);
            FloatVector w = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + (long) (i + 8) * Lanes.BYTES, ORDER);
            v.blend(w, LaneSwaps.UPPER_8)
                    .add(w.blend(v, LaneSwaps.UPPER_8).rearrange(LaneSwaps.SWAP_8))
                    .intoMemorySegment(MEMORY, at + (long) i * Lanes.BYTES, ORDER);
        }
    }

    /** From 8 vectors to 1, which is added. */
    private static void addEight(long at, long sums) {
        FloatVector v = FloatVector.fromMemorySegment(SPECIES, MEMORY, at, ORDER);
        FloatVector w = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 4 * Lanes.BYTES, ORDER);
        FloatVector s0 =
                v.blend(w, LaneSwaps.UPPER_4).add(w.blend(v, LaneSwaps.UPPER_4).rearrange(LaneSwaps.SWAP_4));
        v = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 1 * Lanes.BYTES, ORDER);
        w = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 5 * Lanes.BYTES, ORDER);
        FloatVector s1 =
                v.blend(w, LaneSwaps.UPPER_4).add(w.blend(v, LaneSwaps.UPPER_4).rearrange(LaneSwaps.SWAP_4));
        v = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 2 * Lanes.BYTES, ORDER);
        w = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 6 * Lanes.BYTES, ORDER);
        FloatVector s2 =
                v.blend(w, LaneSwaps.UPPER_4).add(w.blend(v, LaneSwaps.UPPER_4).rearrange(LaneSwaps.SWAP_4));
        v = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 3 * Lanes.BYTES, ORDER);
        w = FloatVector.fromMemorySegment(SPECIES, MEMORY, at + 7 * Lanes.BYTES, ORDER);
        FloatVector s3 =
                v.blend(w, LaneSwaps.UPPER_4).add(w.blend(v, LaneSwaps.UPPER_4).rearrange(LaneSwaps.SWAP_4));
        s0 = s0.blend(s2, LaneSwaps.UPPER_2).add(s2.blend(s0, LaneSwaps.UPPER_2).rearrange(LaneSwaps.SWAP_2));
        s1 = s1.blend(s3, LaneSwaps.UPPER_2).add(s3.blend(s1, LaneSwaps.UPPER_2).rearrange(LaneSwaps.SWAP_2));
        s0.blend(s1, LaneSwaps.UPPER_1)
                .add(s1.blend(s0, LaneSwaps.UPPER_1).rearrange(LaneSwaps.SWAP_1))
                .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, sums, ORDER))
                .intoMemorySegment(MEMORY, sums, ORDER);
    }
}
