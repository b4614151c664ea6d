package org.backprop.engine.train;

import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Plan;

/** Computes the loss of a batch and its gradient, which is left in the network's gradient. */
interface BatchGradient {

    /** Computes the loss. */
    void forward(Plan batch, Pass pass);

    /** The plan that made the last forward pass. */
    Plan plan();

    /** Mean loss of the batch, without penalties. */
    double loss();

    /** Number of correctly classified samples. */
    int correct();

    /** Computes the gradient, after {@link #forward}, unless the loss is not finite. */
    void backward(Pass pass);
}
