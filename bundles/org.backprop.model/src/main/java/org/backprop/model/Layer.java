package org.backprop.model;

import java.util.List;

/**
 * One layer of the network.
 *
 * @param name unique name: letters, digits, {@code _} and {@code -}; by default the type and its count from 1, such as
 *     {@code dense_1}
 * @param inputs names of the layers whose outputs it takes, never empty; {@link #INPUT} is the network's input
 * @param spec what the layer computes
 * @param regularizer penalties on its weights and bounds for them, in place of those of the training section if there are
 *     any
 * @param position where the layer stands in the model file
 */
@SpecType(key = "layer", doc = "One layer of the network.")
public record Layer(
        @SpecParameter(
                doc = "Unique name of the layer. Default: its type and a number, such as dense_1.",
                byDefault = "")
        String name,

        @SpecParameter(
                doc =
                        "Names of the layers whose outputs it takes; input is the network's input. Default: the layer before.",
                byDefault = "")
        List<String> inputs,

        LayerSpec spec,

        @SpecParameter(
                doc = "Penalties on its weights and bounds for them, in place of those of the training section.",
                byDefault = "")
        List<RegularizerSpec> regularizer,

        Position position) {

    /** The name that stands for the network's input in {@link #inputs}. */
    public static final String INPUT = "input";

    /** Copies the lists. */
    public Layer {
        inputs = List.copyOf(inputs);
        regularizer = List.copyOf(regularizer);
    }

    /** A layer without regularizers of its own. */
    public Layer(String name, List<String> inputs, LayerSpec spec, Position position) {
        this(name, inputs, spec, List.of(), position);
    }
}
