package org.backprop.engine.losses;

import org.backprop.engine.kernels.View;

/** A loss of a batch and its gradient, with PyTorch's semantics and reduction "mean". */
public interface Loss {

    /** Mean loss of a batch; output {@code [n, m]}, targets {@code [n, targetColumns]}. */
    double value(View output, View targets);

    /**
     * Writes the gradient of {@link #value} with respect to the output or, if {@link #gradientBeforeActivation}, to the
     * argument of the last activation.
     *
     * @param gradient result, {@code [n, m]}
     */
    void gradient(View output, View targets, View gradient);

    /** Whether the gradient is that of loss and last activation together. */
    default boolean gradientBeforeActivation() {
        return false;
    }

    /** Whether the targets are class labels, one column, so that an accuracy is defined; else numbers, m columns. */
    boolean classifies();
}
