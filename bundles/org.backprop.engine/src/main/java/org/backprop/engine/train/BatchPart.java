package org.backprop.engine.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Neighbouring rows of the batch of a step, or all of them: with the parameters, all that their gradient depends on.
 *
 * @param step number of steps made before
 * @param maskStep number of steps made before the one whose dropout masks are used
 * @param epoch counted from 0; augmentation goes by it
 * @param firstRow row of the batch that the first sample is, a multiple of 4
 * @param samples the samples, by their numbers in the training set
 * @param rates present rates of the {@linkplain org.backprop.engine.network.Network#maskedLayers layers with dropout}
 * @param activations whether the statistics of the activations are wanted, too
 */
public record BatchPart(
        long step, long maskStep, int epoch, int firstRow, int[] samples, double[] rates, boolean activations)
        implements Serializable {

    /** Rows that parts begin at are multiples of this, so that a part's random numbers begin with a block of them. */
    private static final int BLOCK = 4;

    /** Most rows of a part of a batch that is split among so many. */
    public static int mostRows(int batch, int parts) {
        return Math.min(batch, Math.ceilDiv(Math.ceilDiv(batch, BLOCK), parts) * BLOCK);
    }

    /** The number of parts of a batch that is split among so many, or fewer if it is too small. */
    public static int parts(int batch, int workers) {
        return Math.min(workers, Math.ceilDiv(batch, BLOCK));
    }

    /** The row of a batch that part {@code part} of so many begins at; the number of rows for the part behind the last. */
    static int from(int batch, int parts, int part) {
        return Math.min(batch, (int) ((long) Math.ceilDiv(batch, BLOCK) * part / parts) * BLOCK);
    }

    /** Up to {@code parts} parts, in order, of sizes as equal as blocks of four rows allow; none is empty. */
    public List<BatchPart> split(int parts) {
        int count = parts(samples.length, parts);
        List<BatchPart> split = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = from(samples.length, count, i);
            int to = from(samples.length, count, i + 1);
            split.add(new BatchPart(
                    step, maskStep, epoch, firstRow + from, Arrays.copyOfRange(samples, from, to), rates, activations));
        }
        return split;
    }
}
