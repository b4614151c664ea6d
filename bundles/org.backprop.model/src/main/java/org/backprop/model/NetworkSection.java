package org.backprop.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code network} section.
 *
 * @param input shape of one sample, without the batch dimension; the data is reshaped to it. Empty if the file does not
 *     give it and the data source could not be read
 * @param weights path of a safetensors file with initial weights, relative to the model file's folder
 * @param mapping what to take from that file: names of layers or tensors of this network, to names of layers (up to a dot)
 *     or tensors there. If empty, the file must have exactly the tensors of this network; if not, what is not named keeps
 *     its initial values
 * @param freeze names of layers whose parameters training leaves alone, or patterns for them
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

        @SpecParameter(
                doc =
                        "What to take from the weights file, as in hidden: fc1, for layers or tensors. Default: everything.",
                byDefault = "")
        SequencedMap<String, String> mapping,

        @SpecParameter(
                doc =
                        "Layers whose parameters training leaves alone: names or patterns such as conv*. Running statistics still follow the data.",
                byDefault = "")
        List<String> freeze,

        @SpecParameter(doc = "The layers, from the input to the output.")
        List<Layer> layers) {

    /** A network that takes nothing over but perhaps all weights, and trains all. */
    public NetworkSection(List<Integer> input, Optional<String> weights, List<Layer> layers) {
        this(input, weights, new LinkedHashMap<>(), List.of(), layers);
    }

    /** Copies the collections. */
    public NetworkSection {
        input = List.copyOf(input);
        mapping = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(mapping));
        freeze = List.copyOf(freeze);
        layers = List.copyOf(layers);
    }

    /** The names of the layers that {@link #freeze} names. */
    public Set<String> frozen() {
        List<LayerPattern> patterns = freeze.stream().map(LayerPattern::new).toList();
        return layers.stream()
                .map(Layer::name)
                .filter(name -> patterns.stream().anyMatch(pattern -> pattern.matches(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
