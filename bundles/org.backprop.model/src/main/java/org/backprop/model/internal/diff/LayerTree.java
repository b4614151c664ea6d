package org.backprop.model.internal.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.backprop.model.Layer;
import org.backprop.model.edit.LayerText;

/** The layers of a text by the lists that they stand in. */
final class LayerTree {
    private final Map<String, List<LayerText>> lists = new HashMap<>();
    private final Map<String, LayerText> byName = new HashMap<>();
    private final Map<LayerText, String> contents = new HashMap<>();

    LayerTree(List<LayerText> layers) {
        for (LayerText layer : layers) {
            lists.computeIfAbsent(layer.block(), block -> new ArrayList<>()).add(layer);
            byName.putIfAbsent(layer.name(), layer);
        }
        // A projection stands behind the list.
        lists.values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(layer -> layer.index() < 0 ? Integer.MAX_VALUE : layer.index())));
    }

    /** The layers of a block, or of the network if the name is empty. */
    List<LayerText> list(String block) {
        return lists.getOrDefault(block, List.of());
    }

    /** Whether there is a layer with this full name. */
    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Whether a layer has its name by default: its type with a number. */
    static boolean isUnnamed(LayerText layer) {
        String name = local(layer);
        return layer.index() < 0
                ? name.equals("projection")
                : name.startsWith(layer.type() + "_")
                        && name.substring(layer.type().length() + 1).chars().allMatch(Character::isDigit);
    }

    /** The name without those of the blocks around. */
    static String local(LayerText layer) {
        return layer.name().substring(layer.name().lastIndexOf('/') + 1);
    }

    /** What a layer is matched by: the name that it was given, or else all that it is. */
    String identity(LayerText layer) {
        return isUnnamed(layer) ? content(layer) : "\1" + local(layer);
    }

    private String content(LayerText layer) {
        String known = contents.get(layer);
        if (known == null) {
            String parameters = layer.parameters().entrySet().stream()
                    .map(entry -> entry.getKey() + "\2"
                            + ValueDiff.number(entry.getValue().replaceAll("\\s+", " ")))
                    .sorted()
                    .collect(Collectors.joining("\1"));
            String inside = layer.isBlock()
                    ? list(layer.name()).stream().map(this::identity).collect(Collectors.joining("\3"))
                    : "";
            known = layer.type() + "\1" + parameters + "\3" + inside;
            contents.put(layer, known);
        }
        return known;
    }

    /** Whether a layer takes its input from the one before it in its list; in a block first of all from that before the block. */
    boolean takesTheOneBefore(LayerText layer) {
        return layer.inputs().equals(List.of(before(layer)));
    }

    private String before(LayerText layer) {
        if (layer.index() > 0) {
            return list(layer.block()).get(layer.index() - 1).name();
        }
        LayerText block = byName.get(layer.block());
        return block == null || block == layer ? Layer.INPUT : before(block);
    }
}
