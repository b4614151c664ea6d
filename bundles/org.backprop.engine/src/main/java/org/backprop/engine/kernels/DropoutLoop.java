package org.backprop.engine.kernels;

import org.backprop.engine.random.Philox;

/** Applies a dropout mask to Java arrays: first all random bits, then a loop without branches. */
final class DropoutLoop {

    private static final int WORDS_PER_BLOCK = 4;

    private int[] words = new int[0];

    /**
     * Drops or scales {@code x[0..length)}, the elements {@code from ..} of the whole view; from is a multiple of 4.
     *
     * @return number of elements kept
     */
    int apply(DropoutMask mask, long from, int length, float[] x) {
        int needed = Math.ceilDiv(length, WORDS_PER_BLOCK) * WORDS_PER_BLOCK;
        if (words.length < needed) {
            words = new int[needed];
        }
        for (int at = 0; at < length; at += WORDS_PER_BLOCK) {
            Philox.block(mask.seed(), mask.stream(), (from + at) / WORDS_PER_BLOCK, words, at);
        }
        return scaleKept(mask.leastKept(), mask.scale(), length, words, x);
    }

    /** {@code x *= uniform >= rate ? scale : 0}, in whole numbers: the sign bit of the difference says which. */
    private static int scaleKept(int threshold, float scale, int length, int[] words, float[] x) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            int kept = threshold - 1 - (words[i] >>> DropoutMask.UNUSED_BITS) >>> Integer.SIZE - 1;
            x[i] *= scale * kept;
            count += kept;
        }
        return count;
    }
}
