package org.backprop.engine.kernels;

/** The functions that kernels fuse with other work; others are formulas, see {@link Kernels#evaluate}. */
public enum Activation {
    /** x. */
    LINEAR,
    /** max(0, x). */
    RELU,
    /** 1 / (1 + e^-x). */
    SIGMOID,
    /** tanh(x). */
    TANH,
    /** exp(x_i) / sum of exp(x_j) over the row. */
    SOFTMAX,
    /** x_i - log(sum of exp(x_j) over the row). */
    LOG_SOFTMAX;

    /** Whether an output depends on all elements of its row. */
    public boolean acrossUnits() {
        return this == SOFTMAX || this == LOG_SOFTMAX;
    }
}
