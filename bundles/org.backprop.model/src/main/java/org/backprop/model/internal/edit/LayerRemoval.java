package org.backprop.model.internal.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;

/** Removes layers: what took their outputs takes what they took, what else names them goes. */
final class LayerRemoval {

    private final Source source;
    private final LayerScope network;
    private final References references;
    private final Changes changes;
    private final Set<LayerItem> removed = new HashSet<>();
    private final Renaming renaming = new Renaming();
    private final Healing healing;

    LayerRemoval(Source source, LayerScope network, References references, Changes changes) {
        this.source = source;
        this.network = network;
        this.references = references;
        this.changes = changes;
        this.healing = new Healing(network, removed, renaming);
    }

    void remove(Set<LayerItem> layers) throws EditRefusedException {
        for (LayerItem layer : layers) {
            removed.add(layer);
            network.inside(layer).ifPresent(scope -> scope.all().forEach(removed::add));
        }
        Map<LayerScope, TreeSet<Integer>> places = new HashMap<>();
        for (LayerItem layer : layers) {
            if (layer.index() < 0) {
                throw new EditRefusedException("a projection is a part of its block: remove the block");
            }
            LayerItem block = layer.scope().block();
            if (block == null || !removed.contains(block)) {
                places.computeIfAbsent(layer.scope(), scope -> new TreeSet<>()).add(layer.index());
            }
        }
        for (Map.Entry<LayerScope, TreeSet<Integer>> place : places.entrySet()) {
            LayerScope scope = place.getKey();
            renaming.order(scope.layers().stream()
                    .filter(layer -> !removed.contains(layer))
                    .toList());
            new ListEdits(source, changes).remove(scope.list().orElseThrow(), place.getValue());
        }
        references.rename(renaming, this::isGone, changes);
        healInputs();
        removeNames();
    }

    private boolean isGone(Reference reference) {
        boolean consumerGone = reference instanceof Reference.Input input && removed.contains(input.consumer());
        return consumerGone || removed.contains(reference.layer());
    }

    private void healInputs() throws EditRefusedException {
        for (Reference reference : references.all()) {
            if (reference instanceof Reference.Input input
                    && removed.contains(input.layer())
                    && !removed.contains(input.consumer())) {
                String name = healing.text(
                        healing.healed(input.layer()), input.consumer().scope());
                references.write(input.at(), name, changes);
            }
        }
        List<LayerItem> kept =
                network.all().filter(layer -> !removed.contains(layer)).toList();
        for (LayerItem layer : kept) {
            if (layer.inputs().isEmpty() && layer.index() > 0) {
                healImplicit(layer, layer.scope().layers().get(layer.index() - 1));
            }
        }
    }

    private void healImplicit(LayerItem layer, LayerItem before) throws EditRefusedException {
        if (!removed.contains(before)) {
            return;
        }
        String wanted = healing.text(healing.healed(before), layer.scope());
        if (!wanted.equals(healing.text(healing.previous(layer), layer.scope()))) {
            new LayerWriter(source, changes).inputs(layer, List.of(wanted), references);
        }
    }

    private void removeNames() throws EditRefusedException {
        Map<Syntax.Sequence, TreeSet<Integer>> items = new LinkedHashMap<>();
        for (Reference reference : references.all()) {
            if (!removed.contains(reference.layer()) || reference instanceof Reference.Input) {
                continue;
            }
            Pair entry = switch (reference) {
                case Reference.Name name -> name.entry();
                case Reference.Path path -> path.entry();
                case Reference.Input input -> null;
            };
            if (entry != null) {
                new MappingEdits(source, changes).remove(mappingOf(entry), entry);
            } else {
                listOf(reference.at())
                        .ifPresent(list -> items.computeIfAbsent(list, l -> new TreeSet<>())
                                .add(list.items().indexOf(reference.at())));
            }
        }
        for (Map.Entry<Syntax.Sequence, TreeSet<Integer>> list : items.entrySet()) {
            new ListEdits(source, changes).remove(list.getKey(), list.getValue());
        }
    }

    private Syntax.Mapping mappingOf(Pair entry) {
        return source.root().stream()
                .flatMap(Source::all)
                .filter(node -> node instanceof Syntax.Mapping mapping
                        && mapping.pairs().stream().anyMatch(pair -> pair == entry))
                .map(Syntax.Mapping.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Optional<Syntax.Sequence> listOf(Syntax item) {
        return source.root().stream()
                .flatMap(Source::all)
                .filter(node -> node instanceof Syntax.Sequence list
                        && list.items().stream().anyMatch(other -> other == item))
                .map(Syntax.Sequence.class::cast)
                .findFirst();
    }
}
