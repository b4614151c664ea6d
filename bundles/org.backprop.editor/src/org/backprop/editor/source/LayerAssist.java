package org.backprop.editor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.backprop.model.Layer;
import org.backprop.model.edit.LayerText;

/** The names of layers that may stand where a model file refers to layers. */
final class LayerAssist {
    private static final String NETWORK = "network";

    private LayerAssist() {}

    /** The names as words, in the order of the text. */
    static List<Term> at(YamlContext context, List<LayerText> layers, int offset) {
        List<String> path = new ArrayList<>(context.path());
        path.removeIf(YamlContext.ITEM::equals);
        if (path.isEmpty()) {
            return List.of();
        }
        if (path.getLast().equals("inputs") && path.getFirst().equals(NETWORK)) {
            return inputs(layers, offset);
        }
        boolean names =
                path.equals(List.of(NETWORK, "freeze")) || path.equals(List.of("training", "pruning", "exclude"));
        boolean keys = path.equals(List.of(NETWORK, "mapping"));
        return names || keys
                ? layers.stream().map(layer -> term(layer.name(), layer, keys)).toList()
                : List.of();
    }

    /** The layers before the one at the caret, those of its block by their names there. */
    private static List<Term> inputs(List<LayerText> layers, int offset) {
        Predicate<LayerText> around = layer -> layer.offset() < offset && offset <= layer.offset() + layer.length();
        Optional<LayerText> own = layers.stream().filter(around).max(LayerAssist::byPlace);
        String block = own.or(() ->
                        layers.stream().filter(layer -> layer.offset() < offset).max(LayerAssist::byPlace))
                .map(LayerText::block)
                .orElse("");
        String prefix = block.isEmpty() ? "" : block + "/";
        Stream<Term> before = layers.stream()
                .filter(layer -> layer.offset() < offset && !around.test(layer))
                .map(layer -> term(
                        layer.block().equals(block) ? layer.name().substring(prefix.length()) : layer.name(),
                        layer,
                        false));
        return Stream.concat(Stream.of(new Term(Layer.INPUT, Messages.doc_input, false, List::of)), before)
                .toList();
    }

    private static int byPlace(LayerText one, LayerText other) {
        return Integer.compare(one.offset(), other.offset());
    }

    private static Term term(String name, LayerText layer, boolean mapping) {
        return new Term(name, Documentation.of(layer), mapping, List::of);
    }
}
