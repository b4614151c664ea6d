package org.backprop.model;

/** How the squared errors of a batch become one number. */
public enum MseReduction {
    /** Their mean over samples and outputs. */
    MEAN,
    /** Half of their sum over the outputs, mean over the samples: its gradient is the error itself. */
    HALF_SUM
}
