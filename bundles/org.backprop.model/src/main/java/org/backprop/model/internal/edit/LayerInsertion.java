package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.TextChange;
import org.backprop.model.internal.edit.Syntax.Pair;

/** Makes layers from elsewhere fit into a network: no name twice, no inputs that are not there. */
final class LayerInsertion {

    private static final String HEAD = "network:\n  layers:\n";

    private LayerInsertion() {}

    /**
     * The layers of a text, renamed where their names are taken.
     *
     * @param yaml a layer or a list of layers
     * @param taken the full names of the layers that are there
     * @param inScope the names that the layers may take their inputs from
     */
    static List<ItemText> fit(String yaml, Set<String> taken, Set<String> inScope) throws EditRefusedException {
        String text = HEAD
                + ItemText.parse(yaml).stream()
                        .map(item -> "    - " + item.block(6, "\n") + "\n")
                        .collect(Collectors.joining());
        Set<String> used = new HashSet<>(taken);
        int count = scope(Source.parse(text)).layers().size();
        for (int i = 0; i < count; i++) {
            text = renamed(text, i, used);
            text = withoutForeignInputs(text, i, inScope);
        }
        Source source = Source.parse(text);
        List<ItemText> items = new ArrayList<>();
        for (LayerItem layer : scope(source).layers()) {
            items.add(ItemText.of(source, layer.item()));
        }
        return items;
    }

    private static LayerScope scope(Source source) {
        return LayerScope.network(source).orElseThrow();
    }

    private static String renamed(String text, int index, Set<String> used) throws EditRefusedException {
        Source source = Source.parse(text);
        LayerScope network = scope(source);
        LayerItem layer = network.layers().get(index);
        if (layer.key("name").isEmpty() || used.add(layer.name())) {
            return text;
        }
        String name = free(layer.name(), used);
        used.add(name);
        return TextChange.apply(text, new LayerEdits(source, network).rename(layer, name));
    }

    /** The first of {@code name_2}, {@code name_3}, ... that is free. */
    static String free(String name, Set<String> used) {
        String stem = name.replaceFirst("_\\d+$", "");
        int number = 2;
        while (used.contains(stem + "_" + number)) {
            number++;
        }
        return stem + "_" + number;
    }

    private static String withoutForeignInputs(String text, int index, Set<String> inScope)
            throws EditRefusedException {
        Source source = Source.parse(text);
        LayerScope network = scope(source);
        LayerItem layer = network.layers().get(index);
        Optional<Pair> inputs = layer.key("inputs");
        boolean known = layer.inputs().stream()
                .allMatch(input -> Syntax.resolved(input) instanceof Syntax.Scalar name
                        && (inScope.contains(name.text())
                                || network.resolve(name.text(), network).isPresent()));
        if (inputs.isEmpty() || known) {
            return text;
        }
        Changes changes = new Changes();
        new LayerWriter(source, changes).inputs(layer, List.of(), new References(source, network));
        return TextChange.apply(text, changes.list());
    }
}
