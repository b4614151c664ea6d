package org.backprop.engine.losses;

/** A loss with PyTorch's semantics and reduction "mean", before it is bound to memory. */
public interface Loss {

    /**
     * Whether the targets are class labels, one column; else numbers, as many columns as outputs, where a class is 1 for
     * its own output and 0 for the others.
     */
    boolean takesLabels();

    /**
     * Whether the gradient is that of loss and last activation together, with respect to the argument of the last
     * activation.
     */
    default boolean gradientBeforeActivation() {
        return false;
    }

    /** Elements that a batch needs while its loss or gradient is computed; grows with the batch. None by default. */
    default int workspace(int batch, int outputs) {
        return 0;
    }

    /** Binds the loss to its views. */
    BoundLoss bind(LossBinding views);
}
