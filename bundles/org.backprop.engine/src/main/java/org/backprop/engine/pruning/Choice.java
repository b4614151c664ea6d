package org.backprop.engine.pruning;

import java.util.BitSet;

/**
 * Which tiles go, and which come back.
 *
 * @param removed tiles with weights that are kept so far
 * @param regrown tiles that were removed, now or before
 */
record Choice(BitSet removed, BitSet regrown) {

    Choice() {
        this(new BitSet(), new BitSet());
    }
}
