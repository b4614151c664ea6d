package org.backprop.engine.layers;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.Kernels;
import org.backprop.model.Activation;
import org.backprop.model.Shape;

/** A layer whose shapes are known, before it is bound to memory. */
public interface LayerDefinition {

    /** Shape of one sample of the output. */
    Shape output();

    /** The parameters, in the order in which they lie in the flat parameter vector; none by default. */
    default List<ParameterShape> parameters() {
        return List.of();
    }

    /** The activation that the output has passed last, so that a loss can be fused with it. */
    default Optional<Activation> outputActivation() {
        return Optional.empty();
    }

    /** Whether the output is the input in another shape: then it shares its memory and the layer is never bound. */
    default boolean isView() {
        return false;
    }

    /** Binds the layer to its views. */
    Layer bind(Kernels kernels, Binding binding);
}
