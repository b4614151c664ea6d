package org.backprop.engine.losses;

/** A loss bound to its views for one batch size; both methods are called after the forward pass. */
public interface BoundLoss {

    /** Mean loss of the batch. */
    double value();

    /** Writes the gradient of {@link #value}. */
    void gradient();
}
