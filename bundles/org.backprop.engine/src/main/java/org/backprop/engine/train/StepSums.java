package org.backprop.engine.train;

import java.io.Serializable;

/**
 * What is told of a step that several workers made, each by itself; sums over the workers. Empty arrays stand for what
 * nobody asked for, or what there is not, as no update was made.
 *
 * @param batch of the batch; the loss is with penalties
 * @param norms the {@linkplain org.backprop.engine.kernels.UpdateNorms#squares squares} of the norms of the update
 * @param clipping {@linkplain org.backprop.engine.update.ClippingReport#sums what clipping did}
 * @param gradients counts of the gradient's elements by their magnitudes, for each layer
 * @param parameters the same of the parameters, before the update
 */
public record StepSums(BatchSums batch, double[] norms, double[] clipping, int[][] gradients, int[][] parameters)
        implements Serializable {

    StepSums plus(StepSums other) {
        return new StepSums(
                batch.plus(other.batch),
                Sums.add(norms, other.norms),
                Sums.add(clipping, other.clipping),
                Sums.add(gradients, other.gradients),
                Sums.add(parameters, other.parameters));
    }
}
