package org.backprop.engine.layers;

/** One layer bound to its views for one batch size. */
public interface Layer {

    /** Computes the output from the input and the parameters. */
    void forward(Pass pass);

    /**
     * Computes the gradients of the parameters and, if wanted, of the input, from the gradient of the output, which may
     * be overwritten. The last call of {@link #forward} had the same {@code pass}.
     */
    void backward(Pass pass);
}
