package org.backprop.engine.train;

/** Computes the gradients of batches, each at the parameters of its step; the trainer makes the updates. */
@FunctionalInterface
public non-sealed interface SynchronousSgd extends Distribution {

    /**
     * The sum of the gradients of all parts of a batch.
     *
     * @param batch a whole batch
     * @param parameters the flat vector of the parameters
     * @param statistics the flat vector of the running statistics; empty if the network has none
     * @throws DistributionException if it cannot be computed there
     */
    PartGradient gradient(BatchPart batch, float[] parameters, float[] statistics);
}
