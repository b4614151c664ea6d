package org.backprop.engine.update;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/** Adds the gradients of some batches up to one. The groups of batches begin anew with each epoch. */
final class Accumulation {

    private final Kernels kernels;
    private final int size;
    private final int batchesPerEpoch;
    private final View gradient;
    private final View sum;

    /**
     * For a training.
     *
     * @param size batches in a group
     * @param gradient the gradient of a batch, and of the group in the end {@code [1, N]}
     * @param sum where it is added up {@code [1, N]}, 0 at first
     */
    Accumulation(Kernels kernels, int size, int batchesPerEpoch, View gradient, View sum) {
        this.kernels = kernels;
        this.size = size;
        this.batchesPerEpoch = batchesPerEpoch;
        this.gradient = gradient;
        this.sum = sum;
    }

    /**
     * Takes the gradient of batch number {@code batch}, from 1 over all epochs.
     *
     * @return whether the group is complete; then the gradient is the mean of the group's
     */
    boolean add(long batch) {
        long inEpoch = (batch - 1) % batchesPerEpoch;
        long begin = inEpoch / size * size;
        long end = Math.min(begin + size, batchesPerEpoch);
        kernels.addScaled(1f / (end - begin), gradient, sum);
        if (inEpoch + 1 < end) {
            return false;
        }
        kernels.copy(sum, gradient);
        kernels.fill(sum, 0);
        return true;
    }
}
