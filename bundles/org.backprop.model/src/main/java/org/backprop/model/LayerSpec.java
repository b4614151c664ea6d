package org.backprop.model;

import java.util.List;
import java.util.Optional;

/** What a layer computes: the inputs it takes, its parameters, the shape it gives and what it costs. */
public sealed interface LayerSpec extends LayerEntry permits UnaryLayer, AddLayer, ConcatLayer, MultiplyLayer {

    /** The least number of inputs it takes, at least 1. */
    default int leastInputs() {
        return 1;
    }

    /** The greatest number of inputs it takes. */
    default int mostInputs() {
        return 1;
    }

    /**
     * The shape of the output for one sample.
     *
     * @param in the shape of each input, as many as the layer takes
     * @throws ShapeException if the layer cannot take these inputs
     */
    Shape output(List<Shape> in) throws ShapeException;

    /** Number of trainable parameters, for inputs that {@link #output} accepts. */
    default long parameters(List<Shape> in) {
        return 0;
    }

    /**
     * Multiplications and additions of the forward pass for one sample, for inputs that {@link #output} accepts; element-wise
     * functions, pools, normalization and sums of layers are not counted.
     */
    default long flops(List<Shape> in) {
        return 0;
    }

    /** The function that the output has passed, empty if this layer only hands on or rescales its input. */
    default Optional<Activation> outputFunction() {
        return Optional.empty();
    }
}
