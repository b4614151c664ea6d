package org.backprop.engine.layers;

import org.backprop.engine.kernels.DropoutMask;
import org.backprop.engine.random.Philox;
import org.backprop.engine.random.Streams;
import org.backprop.runlog.tensor.BitMask;

/**
 * Computes the masks of one layer again, of any step, bit for bit as the kernels draw them.
 *
 * @param seed the run's seed
 * @param position the layer's position in the model, from 0
 * @param units units of a sample that are dropped or kept, at least 1
 * @param perSample whether each sample has a mask of its own, not one for the batch
 */
public record MaskReplay(long seed, int position, int units, boolean perSample) {

    private static final int WORDS = 4;

    /**
     * The mask of a step: true = kept.
     *
     * @param step global step, from 1
     * @param rate probability of dropping a unit at that step, in [0, 1)
     * @param samples the samples of the batch from its first on
     * @return {@code [samples, units]}; {@code [1, units]} if all samples have the same
     */
    public BitMask mask(long step, double rate, int samples) {
        int rows = perSample ? samples : 1;
        int length = Math.multiplyExact(rows, units);
        long stream = Streams.dropout(position, step - 1);
        int leastKept = new DropoutMask(seed, stream, Math.min((float) rate, Math.nextDown(1f))).leastKept();
        byte[] bits = new byte[Math.ceilDiv(length, Byte.SIZE)];
        int[] words = new int[WORDS];
        for (int at = 0; at < length; at += WORDS) {
            Philox.block(seed, stream, at / WORDS, words, 0);
            int kept = 0;
            for (int i = 0; i < Math.min(WORDS, length - at); i++) {
                kept |= words[i] >>> DropoutMask.UNUSED_BITS >= leastKept ? 1 << i : 0;
            }
            bits[at / Byte.SIZE] |= (byte) (kept << at % Byte.SIZE);
        }
        return BitMask.of(bits, rows, units);
    }
}
