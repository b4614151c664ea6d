package org.backprop.engine.pruning;

import java.util.BitSet;

/**
 * Which tiles go, and which come back.
 *
 * @param removed tiles with weights that are kept so far
 * @param regrown tiles that were removed, now or before
 * @param spared tiles that stay whatever their saliency: the most salient one of each layer
 */
record Choice(BitSet removed, BitSet regrown, BitSet spared) {

    Choice() {
        this(new BitSet(), new BitSet(), new BitSet());
    }
}
