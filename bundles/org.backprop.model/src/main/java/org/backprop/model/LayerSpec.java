package org.backprop.model;

import java.util.Optional;

/** What a layer computes: its parameters, the shape it gives and what it costs. */
public sealed interface LayerSpec permits DenseLayer, ActivationLayer, DropoutLayer, FlattenLayer {

    /**
     * The shape of the output for one sample.
     *
     * @throws ShapeException if the layer cannot take this input
     */
    Shape output(Shape in) throws ShapeException;

    /** Number of trainable parameters. */
    default long parameters(Shape in) {
        return 0;
    }

    /** Multiplications and additions of the forward pass for one sample; element-wise functions are not counted. */
    default long flops(Shape in) {
        return 0;
    }

    /** The function that the output has passed, empty if this layer only hands on or rescales its input. */
    default Optional<Activation> outputFunction() {
        return Optional.empty();
    }
}
