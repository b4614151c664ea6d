package org.backprop.model;

/**
 * Removes the weights whose removal changes the loss least, to first order. Molchanov et al.: "Pruning convolutional neural
 * networks for resource efficient inference", ICLR 2017, for single weights.
 *
 * @param samples samples that the gradients are computed for
 */
@SpecType(
        key = "taylor",
        doc = "Removes the weights whose removal changes the loss least, by its gradient.",
        formula = "s_k = mean of |g_k w_k| over the batches of the samples, g the gradient of the batch",
        source = "Molchanov et al. 2017 (arXiv:1611.06440)")
public record TaylorPruning(
        @SpecParameter(
                doc = PruningSpec.SAMPLES,
                byDefault = "1024",
                min = 1,
                max = PruningSpec.MOST_SAMPLES,
                unit = "samples",
                main = true)
        int samples)
        implements PruningSpec {}
