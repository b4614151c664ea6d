package org.backprop.engine.train;

import java.io.Serializable;

import org.backprop.engine.kernels.MagnitudeBins;

/**
 * What was counted of a layer's activations over some samples; the counts of more samples can be added.
 *
 * @param length number of activations
 * @param sum their sum
 * @param squares the sum of their squares
 * @param bins how many lie in each of the {@link MagnitudeBins}
 * @param saturated how many lie where the layer's function is nearly flat
 * @param alive which units were not 0 for some sample
 */
record ActivationCounts(long length, double sum, double squares, int[] bins, long saturated, boolean[] alive)
        implements Serializable {

    /** The counts of both. */
    ActivationCounts plus(ActivationCounts other) {
        int[] bothBins = bins.clone();
        for (int i = 0; i < bothBins.length; i++) {
            bothBins[i] += other.bins[i];
        }
        boolean[] eitherAlive = alive.clone();
        for (int i = 0; i < eitherAlive.length; i++) {
            eitherAlive[i] |= other.alive[i];
        }
        return new ActivationCounts(
                length + other.length,
                sum + other.sum,
                squares + other.squares,
                bothBins,
                saturated + other.saturated,
                eitherAlive);
    }
}
