package org.backprop.engine.train;

import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Plan;

/** Computes the loss of a batch and its gradient, which is left in the network's gradient. */
interface BatchGradient extends AutoCloseable {

    /** Begins to read ahead, until it is closed. */
    default void open() {}

    @Override
    default void close() {}

    /**
     * Brings the samples {@code order[from ..]} of an epoch, or {@code from ..} if order is null, to where the batch is
     * computed.
     *
     * @param activations whether {@link #take} will be called
     */
    void load(Plan batch, int epoch, int[] order, int from, boolean activations);

    /** Computes the loss of what was loaded. */
    void forward(Plan batch, Pass pass);

    /** The plan that made the last forward pass. */
    Plan plan();

    /** Mean loss of the batch, without penalties. */
    double loss();

    /** Number of correctly classified samples. */
    int correct();

    /** Takes what the activations are like, after {@link #forward} and before {@link #backward}. */
    default void take(LayerActivations activations) {
        activations.take(plan());
    }

    /** Computes the gradient, after {@link #forward}, unless the loss is not finite. */
    void backward(Pass pass);
}
