package org.backprop.engine.layers;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.model.Shape;

/** A layer whose shapes are known, before it is bound to memory. */
public interface LayerDefinition {

    /** Shape of one sample of the output. */
    Shape output();

    /** The parameters, in the order in which they lie in the flat parameter vector; none by default. */
    default List<ParameterShape> parameters() {
        return List.of();
    }

    /**
     * Values that training passes write and the layer keeps from step to step, but that no optimizer trains; none by
     * default.
     */
    default List<ParameterShape> statistics() {
        return List.of();
    }

    /** Elements that a batch needs between forward and backward pass; grows with the batch. None by default. */
    default int workspace(int batch) {
        return 0;
    }

    /** What the backward pass needs; everything by default. */
    default BackwardPass backwardPass() {
        return new BackwardPass(true, true, false);
    }

    /** The activation that the output has passed last, so that a loss can be fused with it. */
    default Optional<Activation> outputActivation() {
        return Optional.empty();
    }

    /** The function of a layer that only applies one to each element, so that the layer before can be fused with it. */
    default Optional<Activation> elementWise() {
        return Optional.empty();
    }

    /** This layer fused with an element-wise activation behind it; empty if it cannot be. */
    default Optional<LayerDefinition> withActivation(Activation activation) {
        return Optional.empty();
    }

    /** Whether the output is the input in another shape: then it shares its memory and the layer is never bound. */
    default boolean isView() {
        return false;
    }

    /**
     * Whether the backward pass, made of the same calls with squared slopes, inputs and weights, sends diagonal second
     * derivatives back (LeCun, Denker and Solla 1990); false by default.
     */
    default boolean squaresSlopes() {
        return false;
    }

    /** How the layer drops units at random, if it does. */
    default Optional<Masking> masks() {
        return Optional.empty();
    }

    /**
     * Whether its first parameter has a row for each unit of the output, and its second, if there is one, is the bias: a
     * dense layer or a convolution. Then units can be pruned.
     */
    default boolean hasUnitsInRows() {
        return false;
    }

    /** Binds the layer to its views. */
    Layer bind(Kernels kernels, Binding binding);

    /** Binds the layer for predictions alone, with the parameters as they are now and stay; by default as {@link #bind}. */
    default Layer bindForPredictions(Kernels kernels, Binding binding) {
        return bind(kernels, binding);
    }
}
