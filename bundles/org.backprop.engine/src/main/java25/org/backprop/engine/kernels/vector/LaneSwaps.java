package org.backprop.engine.kernels.vector;

import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Exchanges of neighbouring groups of lanes, from which transposing and adding up lanes are made. */
final class LaneSwaps {

    static final VectorShuffle<Float> SWAP_8 = swap(8);
    static final VectorShuffle<Float> SWAP_4 = swap(4);
    static final VectorShuffle<Float> SWAP_2 = swap(2);
    static final VectorShuffle<Float> SWAP_1 = swap(1);
    static final VectorMask<Float> UPPER_8 = upper(8);
    static final VectorMask<Float> UPPER_4 = upper(4);
    static final VectorMask<Float> UPPER_2 = upper(2);
    static final VectorMask<Float> UPPER_1 = upper(1);

    private LaneSwaps() {}

    /** Exchanges neighbouring groups of {@code distance} lanes. */
    private static VectorShuffle<Float> swap(int distance) {
        return VectorShuffle.fromOp(Lanes.SPECIES, lane -> (lane ^ distance) % Lanes.COUNT);
    }

    /** The second of each two neighbouring groups of {@code distance} lanes. */
    private static VectorMask<Float> upper(int distance) {
        long bits = 0;
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            bits |= (lane & distance) == 0 ? 0 : 1L << lane;
        }
        return VectorMask.fromLong(Lanes.SPECIES, bits);
    }
}
