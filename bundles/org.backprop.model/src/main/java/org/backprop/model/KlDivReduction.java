package org.backprop.model;

/** How the divergences of a batch become one number. */
public enum KlDivReduction {
    /** The mean over samples and outputs, PyTorch's default. */
    MEAN,
    /** The sum over the outputs, mean over the samples: the divergence by its definition. */
    BATCH_MEAN
}
