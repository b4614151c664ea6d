package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.backprop.model.Layer;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.TextChange;
import org.backprop.model.internal.read.Names;

/** Edits of the layers of one text. */
final class LayerEdits {

    private final Source source;
    private final LayerScope network;
    private final References references;

    LayerEdits(Source source, LayerScope network) {
        this.source = source;
        this.network = network;
        this.references = new References(source, network);
    }

    List<TextChange> rename(LayerItem layer, String name) throws EditRefusedException {
        if (!Names.isLayerName(name) || name.equals(Layer.INPUT)) {
            throw new EditRefusedException(
                    "a layer name consists of at most 100 letters, digits, _ and -, and is not " + Layer.INPUT);
        }
        String full = layer.scope().prefix() + name;
        if (network.named(full).filter(other -> !other.equals(layer)).isPresent()) {
            throw new EditRefusedException("there is already a layer " + full);
        }
        Changes changes = new Changes();
        if (!layer.name().equals(name)) {
            Renaming renaming = new Renaming();
            renaming.name(layer, name);
            new LayerWriter(source, changes).name(layer, name, references);
            references.rename(renaming, reference -> false, changes);
        }
        return source.checked(changes);
    }

    List<TextChange> name(LayerItem layer) throws EditRefusedException {
        Changes changes = new Changes();
        if (layer.key("name").isEmpty()) {
            new LayerWriter(source, changes).name(layer, layer.name(), references);
        }
        return source.checked(changes);
    }

    List<TextChange> setInputs(LayerItem layer, List<String> inputs) throws EditRefusedException {
        Changes changes = new Changes();
        List<String> names = new ArrayList<>();
        for (String input : inputs) {
            names.add(nameIn(layer, input));
        }
        boolean asItIs = layer.inputs().isEmpty() && names.equals(List.of(before(layer)));
        if (!asItIs) {
            new LayerWriter(source, changes).inputs(layer, names, references);
        }
        return source.checked(changes);
    }

    /** The name by which a layer takes the layer before it in its list. */
    private static String before(LayerItem layer) {
        return layer.index() <= 0
                ? Layer.INPUT
                : layer.scope().layers().get(layer.index() - 1).name();
    }

    /** How a layer names an input given by its full name. */
    private String nameIn(LayerItem layer, String input) throws EditRefusedException {
        LayerScope scope = layer.scope();
        Optional<LayerItem> named = network.named(input);
        if (named.isEmpty() && !input.equals(Layer.INPUT)) {
            throw new EditRefusedException("there is no layer " + input);
        }
        if (named.isPresent() && named.get().scope() == scope) {
            return named.get().name();
        }
        Renaming none = new Renaming();
        Healing healing = new Healing(network, Set.of(), none);
        boolean passed = scope.block() != null
                && healing.text(healing.origin(scope.block()), network).equals(input);
        return passed ? Layer.INPUT : input;
    }

    List<TextChange> insert(LayerScope scope, int index, String yaml) throws EditRefusedException {
        Changes changes = new Changes();
        insert(scope, index, fit(scope, yaml), changes);
        return source.checked(changes);
    }

    private List<ItemText> fit(LayerScope scope, String yaml) throws EditRefusedException {
        Set<String> taken = network.all().map(LayerItem::fullName).collect(Collectors.toSet());
        Set<String> inScope = new HashSet<>(taken);
        scope.layers().forEach(layer -> {
            taken.add(layer.name());
            inScope.add(layer.name());
        });
        inScope.add(Layer.INPUT);
        return LayerInsertion.fit(yaml, taken, inScope);
    }

    private List<Object> insert(LayerScope scope, int index, List<ItemText> items, Changes changes)
            throws EditRefusedException {
        int at = Math.clamp(index, 0, scope.layers().size());
        List<Object> order = new ArrayList<>(scope.layers());
        for (ItemText item : items.reversed()) {
            order.add(at, type(item));
        }
        Renaming renaming = new Renaming();
        renaming.order(order);
        references.rename(renaming, reference -> false, changes);
        new ListEdits(source, changes).insert(scope.owner(), at, items);
        return order;
    }

    private static String type(ItemText item) throws EditRefusedException {
        return Source.parse(item.text()).root().flatMap(Words::layerType).orElse("layer");
    }

    /** Inserts a layer before a consumer that takes its input in place of one of the consumer's inputs. */
    List<TextChange> insertBetween(String input, LayerItem consumer, String yaml) throws EditRefusedException {
        LayerScope scope = consumer.scope();
        String name = nameIn(consumer, input);
        if (consumer.index() < 0) {
            throw new EditRefusedException("a projection is a single layer");
        }
        int index = consumer.index();
        if (consumer.inputs().isEmpty()) {
            return insert(scope, index, yaml);
        }
        Set<String> taken = network.all()
                .map(layer -> layer.scope() == scope ? layer.name() : layer.fullName())
                .collect(Collectors.toSet());
        ItemText item = fit(scope, yaml).getFirst();
        String given = named(item);
        String own = given.isEmpty() ? LayerInsertion.free(type(item) + "_1", taken) : given;
        String wired = wired(item, own, given.isEmpty(), name.equals(before(consumer)) ? List.of() : List.of(name));
        Changes changes = new Changes();
        insert(scope, index, ItemText.parse(wired), changes);
        for (Syntax at : consumer.inputs()) {
            if (Syntax.resolved(at) instanceof Syntax.Scalar text && text.text().equals(name)) {
                references.write(at, own, changes);
            }
        }
        return source.checked(changes);
    }

    private static String named(ItemText item) throws EditRefusedException {
        Source one = Source.parse("network: {layers: [" + item.flow() + "]}");
        LayerItem layer = LayerScope.network(one).orElseThrow().layers().getFirst();
        return layer.key("name").isPresent() ? layer.name() : "";
    }

    /** A layer with a name and inputs of its own. */
    private static String wired(ItemText item, String name, boolean unnamed, List<String> inputs)
            throws EditRefusedException {
        String head = "network:\n  layers:\n    - ";
        String text = head + item.block(6, "\n");
        for (int step = 0; step < 2; step++) {
            Source one = Source.parse(text);
            LayerScope scope = LayerScope.network(one).orElseThrow();
            LayerItem layer = scope.layers().getFirst();
            Changes changes = new Changes();
            LayerWriter writer = new LayerWriter(one, changes);
            if (step == 0 && !inputs.isEmpty()) {
                writer.inputs(layer, inputs, new References(one, scope));
            } else if (step == 1 && unnamed) {
                writer.name(layer, name, new References(one, scope));
            }
            text = TextChange.apply(text, changes.list());
        }
        Source one = Source.parse(text);
        return ItemText.of(
                        one,
                        LayerScope.network(one)
                                .orElseThrow()
                                .layers()
                                .getFirst()
                                .item())
                .text();
    }

    List<TextChange> remove(Set<LayerItem> layers) throws EditRefusedException {
        Changes changes = new Changes();
        new LayerRemoval(source, network, references, changes).remove(layers);
        return source.checked(changes);
    }

    /** Moves a layer before that at {@code index} of its list. */
    List<TextChange> move(LayerItem layer, int index) throws EditRefusedException {
        LayerScope scope = layer.scope();
        int from = layer.index();
        int to = Math.clamp(index, 0, scope.layers().size());
        Changes changes = new Changes();
        if (from < 0) {
            throw new EditRefusedException("a projection has no place in the list");
        }
        if (to != from && to != from + 1) {
            List<LayerItem> order = new ArrayList<>(scope.layers());
            order.add(to, layer);
            order.remove(to < from ? from + 1 : from);
            Renaming renaming = new Renaming();
            renaming.order(order);
            references.rename(renaming, reference -> isInside(reference, layer), changes);
            ListEdits lists = new ListEdits(source, changes);
            lists.insert(scope.owner(), to, List.of(renamedInside(layer, renaming)));
            lists.remove(scope.list().orElseThrow(), new TreeSet<>(Set.of(from)));
        }
        return source.checked(changes);
    }

    /** The text of a layer with the names that other layers have after the edit. */
    private ItemText renamedInside(LayerItem layer, Renaming renaming) throws EditRefusedException {
        Changes inside = new Changes();
        references.rename(renaming, reference -> !isInside(reference, layer), inside);
        Source renamed = Source.parse(TextChange.apply(source.text(), inside.list()));
        int ordinal = network.all().toList().indexOf(layer);
        LayerItem same =
                LayerScope.network(renamed).orElseThrow().all().toList().get(ordinal);
        return ItemText.of(renamed, same.item());
    }

    private static boolean isInside(Reference reference, LayerItem layer) {
        return reference.at().start() >= layer.item().start()
                && reference.at().end() <= layer.item().end();
    }

    /** The text of layers as a list. */
    String copy(Set<LayerItem> layers) {
        return layers.stream()
                .sorted(Comparator.comparingInt(layer -> layer.item().start()))
                .map(layer -> "- " + ItemText.of(source, layer.item()).block(2, "\n") + "\n")
                .collect(Collectors.joining());
    }
}
