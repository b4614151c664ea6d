package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.Layer;
import org.backprop.model.internal.read.LayerDraft.InputName;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;

/** Resolves names to layers: which layer takes its input from which. */
final class LayerGraph {

    /** The source of a layer that takes the network's input. */
    static final int INPUT = -1;

    /** The source of a layer whose input could not be resolved. */
    static final int UNKNOWN = -2;

    private final List<LayerDraft> layers;
    private final Problems problems;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final int[] sources;

    LayerGraph(List<LayerDraft> layers, Problems problems) {
        this.layers = layers;
        this.problems = problems;
        this.sources = new int[layers.size()];
        indexNames();
        for (int i = 0; i < sources.length; i++) {
            sources[i] = named(i).map(input -> indexes.getOrDefault(input.name(), UNKNOWN))
                    .orElse(i - 1);
        }
    }

    /** For each layer the index of the layer before, which is smaller than its own, or INPUT or UNKNOWN. */
    int[] resolve() {
        int[] resolved = sources.clone();
        for (int i = 0; i < resolved.length; i++) {
            rejectSeveralInputs(layers.get(i));
            if (named(i).isPresent() && !usable(i, named(i).get())) {
                resolved[i] = UNKNOWN;
            }
        }
        warnOfUnused(resolved);
        return resolved;
    }

    private void indexNames() {
        indexes.put(Layer.INPUT, INPUT);
        for (int i = 0; i < layers.size(); i++) {
            LayerDraft layer = layers.get(i);
            Integer first = indexes.putIfAbsent(layer.name(), i);
            if (first != null) {
                problems.error(layer.nameAt(), Code.DUPLICATE_NAME, duplicate(layer.name(), first));
            }
        }
    }

    private String duplicate(String name, int first) {
        return first == INPUT
                ? "input is the name of the network's input: choose another name"
                : "there is already a layer " + Quote.of(name) + " on line "
                        + layers.get(first).at().position().line() + ": choose another name";
    }

    private Optional<InputName> named(int layer) {
        return layers.get(layer).inputs().stream().findFirst();
    }

    private void rejectSeveralInputs(LayerDraft layer) {
        if (layer.inputs().size() > 1) {
            Location second = layer.inputs().get(1).at();
            problems.error(
                    second,
                    Code.INCONSISTENT,
                    layer.type() + " takes one input, " + layer.inputs().size() + " are given");
        }
    }

    private boolean usable(int layer, InputName input) {
        int source = sources[layer];
        if (source == UNKNOWN) {
            problems.error(
                    input.at(),
                    Code.UNKNOWN_NAME,
                    "there is no layer " + Quote.of(input.name())
                            + ScalarReader.suggestion(input.name(), List.copyOf(indexes.keySet())));
        } else if (source >= layer) {
            Optional<String> cycle = cycle(layer);
            problems.error(
                    input.at(),
                    cycle.isPresent() ? Code.CYCLE : Code.LAYER_ORDER,
                    cycle.map(path -> "the layers take their inputs from each other in a circle: " + path)
                            .orElse("the layer " + Quote.of(input.name())
                                    + " stands later in the list: move it before this one"));
        }
        return source < layer && source != UNKNOWN;
    }

    /** The path from a layer along the inputs back to itself, if there is one. */
    private Optional<String> cycle(int layer) {
        List<String> path = new ArrayList<>(List.of(layers.get(layer).name()));
        BitSet seen = new BitSet();
        int at = sources[layer];
        while (at >= 0 && at != layer && !seen.get(at)) {
            seen.set(at);
            path.add(layers.get(at).name());
            at = sources[at];
        }
        path.add(layers.get(layer).name());
        return at == layer ? Optional.of(abbreviated(path)) : Optional.empty();
    }

    private static String abbreviated(List<String> path) {
        List<String> shown = new ArrayList<>(path);
        if (shown.size() > 8) {
            shown.subList(4, shown.size() - 3).clear();
            shown.add(4, "...");
        }
        return String.join(" <- ", shown);
    }

    private void warnOfUnused(int[] resolved) {
        BitSet used = new BitSet();
        for (int source : resolved) {
            if (source == UNKNOWN) {
                return;
            } else if (source >= 0) {
                used.set(source);
            }
        }
        for (int i = 0; i < resolved.length - 1; i++) {
            if (!used.get(i)) {
                problems.warning(
                        layers.get(i).at(),
                        Code.UNUSED_LAYER,
                        "no layer takes the output of " + Quote.of(layers.get(i).name())
                                + ", and it is not the last layer");
            }
        }
    }
}
