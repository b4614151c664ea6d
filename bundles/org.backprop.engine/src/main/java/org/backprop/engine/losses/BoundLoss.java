package org.backprop.engine.losses;

import java.util.OptionalDouble;

/** A loss bound to its views for one batch size; both methods are called after the forward pass. */
public interface BoundLoss {

    /** Mean loss of the batch. */
    double value();

    /**
     * What {@link #value} has divided a sum over the samples by, so that the mean of a batch can be put together from the
     * means of its parts; empty for the number of samples.
     */
    default OptionalDouble weight() {
        return OptionalDouble.empty();
    }

    /** Writes the gradient of {@link #value}. */
    void gradient();
}
