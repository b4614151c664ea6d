package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.Fix;
import org.backprop.model.Layer;
import org.backprop.model.internal.read.LayerDraft.InputName;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;

/** Resolves names to layers: which layer takes its inputs from which. */
final class LayerGraph {

    /** The source of an input that is the network's input. */
    static final int INPUT = -1;

    /** The source of an input that could not be resolved. */
    static final int UNKNOWN = -2;

    private final List<LayerDraft> layers;
    private final Problems problems;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final List<List<Integer>> sources = new ArrayList<>();
    private final Circles circles;

    LayerGraph(List<LayerDraft> layers, Problems problems) {
        this.layers = layers;
        this.problems = problems;
        indexNames();
        for (int i = 0; i < layers.size(); i++) {
            List<InputName> inputs = layers.get(i).inputs();
            sources.add(
                    inputs.isEmpty()
                            ? List.of(i - 1)
                            : inputs.stream().map(this::source).toList());
        }
        circles = new Circles(sources);
    }

    /** The name of a source that is not UNKNOWN. */
    static String name(int source, List<LayerDraft> layers) {
        return source == INPUT ? Layer.INPUT : layers.get(source).name();
    }

    /** For each layer the index of the source of each input, which is smaller than its own, or INPUT or UNKNOWN. */
    List<List<Integer>> resolve() {
        List<List<Integer>> resolved = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            List<Integer> usable = new ArrayList<>(sources.get(i));
            for (int k = 0; k < layers.get(i).inputs().size(); k++) {
                if (!usable(i, k)) {
                    usable.set(k, UNKNOWN);
                }
            }
            resolved.add(List.copyOf(usable));
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
                problems.error(layer.nameAt(), Code.DUPLICATE_NAME, duplicate(layer.name(), first), otherName(layer));
            }
        }
    }

    private String duplicate(String name, int first) {
        return first == INPUT
                ? "input is the name of the network's input: choose another name"
                : "there is already a layer " + Quote.of(name) + " on line "
                        + layers.get(first).at().position().line() + ": choose another name";
    }

    /** The change of a name that is given to one that is free. */
    private List<Fix> otherName(LayerDraft layer) {
        if (layer.nameAt().equals(layer.at())) {
            return List.of();
        }
        int number = 2;
        while (indexes.containsKey(layer.name() + "_" + number)) {
            number++;
        }
        String local = layer.name().substring(block(layer.name()).length());
        return List.of(new Fix.Replace(layer.nameAt().position(), local + "_" + number));
    }

    private int source(InputName input) {
        return input.name().map(name -> indexes.getOrDefault(name, UNKNOWN)).orElse(UNKNOWN);
    }

    /** Whether an input comes from an earlier layer; if not, that is reported. */
    private boolean usable(int layer, int input) {
        InputName named = layers.get(layer).inputs().get(input);
        int source = sources.get(layer).get(input);
        if (source == UNKNOWN) {
            named.name().ifPresent(name -> reportUnknown(named.at(), name, layer));
        } else if (source >= layer) {
            Optional<String> circle = circles.through(layer, source).map(this::names);
            problems.error(
                    named.at(),
                    circle.isPresent() ? Code.CYCLE : Code.LAYER_ORDER,
                    circle.map(names -> "the layers take their inputs from each other in a circle: " + names)
                            .orElse("the layer " + Quote.of(layers.get(source).name())
                                    + " stands later in the list: move it before this one"),
                    circle.isPresent()
                            ? List.of()
                            : moveBefore(
                                    layers.get(source).name(), layers.get(layer).name()));
        }
        return source < layer && source != UNKNOWN;
    }

    /** The move of a layer before another, where they stand in the same list. */
    private static List<Fix> moveBefore(String layer, String other) {
        return block(layer).equals(block(other)) ? List.of(new Fix.Move(layer, other)) : List.of();
    }

    private void reportUnknown(Location at, String name, int layer) {
        String block = block(layers.get(layer).name());
        List<String> known = indexes.keySet().stream()
                .map(full -> full.startsWith(block) ? full.substring(block.length()) : full)
                .toList();
        problems.error(
                at,
                Code.UNKNOWN_NAME,
                "there is no layer " + Quote.of(name) + ScalarReader.suggestion(name, known),
                ScalarReader.nearest(at, name, known));
    }

    /** The part of a name that stands for the block, empty outside of blocks. */
    private static String block(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private String names(List<Integer> circle) {
        List<String> shown = new ArrayList<>(
                circle.stream().map(layer -> layers.get(layer).name()).toList());
        if (shown.size() > 8) {
            shown.subList(4, shown.size() - 3).clear();
            shown.add(4, "...");
        }
        return String.join(" <- ", shown);
    }

    private void warnOfUnused(List<List<Integer>> resolved) {
        if (layers.stream().anyMatch(LayerDraft::lacksInputs)) {
            return;
        }
        BitSet used = new BitSet();
        for (List<Integer> inputs : resolved) {
            if (inputs.contains(UNKNOWN)) {
                return;
            }
            inputs.stream().filter(source -> source != INPUT).forEach(used::set);
        }
        for (int i = 0; i < layers.size() - 1; i++) {
            if (!used.get(i)) {
                problems.warning(
                        layers.get(i).at(),
                        Code.UNUSED_LAYER,
                        "no layer takes the output of " + Quote.of(layers.get(i).name())
                                + ", and it is not the last layer",
                        List.of(new Fix.RemoveLayer(layers.get(i).name())));
            }
        }
    }
}
