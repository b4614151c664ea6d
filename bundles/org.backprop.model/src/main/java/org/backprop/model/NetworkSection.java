package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * The {@code network} section.
 *
 * @param input shape of one sample, without the batch dimension; the data is reshaped to it. Empty if the file does not
 *     give it and the data source could not be read
 * @param weights path of a safetensors file with initial weights, relative to the model file's folder
 * @param layers the layers, each after the layers that it takes its input from; the last one gives the output
 */
@SpecType(key = "network", doc = "The layers of the network.")
public record NetworkSection(
        @SpecParameter(
                doc = "Shape of one sample, such as [784] or [1, 28, 28]. Default: the shape of the data.",
                byDefault = "",
                min = 1,
                max = 1_000_000)
        List<Integer> input,

        @SpecParameter(
                doc = "Initial weights: a safetensors file, relative to the folder of the model file.",
                byDefault = "")
        Optional<String> weights,

        @SpecParameter(doc = "The layers, from the input to the output.")
        List<Layer> layers) {

    /** Copies the lists. */
    public NetworkSection {
        input = List.copyOf(input);
        layers = List.copyOf(layers);
    }
}
