package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;
import org.backprop.model.internal.write.YamlText;

/** All places of a file that name a layer: inputs, frozen and unpruned layers, mapped weights, swept paths. */
final class References {

    private final Source source;
    private final LayerScope network;
    private final List<Reference> found = new ArrayList<>();

    References(Source source, LayerScope network) {
        this.source = source;
        this.network = network;
        network.all().forEach(this::inputs);
        names("network", "freeze");
        names("training", "pruning", "exclude");
        at("network", "mapping").ifPresent(this::mapping);
        at("sweep", "vary").ifPresent(this::paths);
    }

    List<Reference> all() {
        return found;
    }

    private void inputs(LayerItem consumer) {
        for (Syntax input : consumer.inputs()) {
            if (Syntax.resolved(input) instanceof Syntax.Scalar name) {
                consumer.scope()
                        .resolve(name.text(), network)
                        .ifPresent(layer -> found.add(new Reference.Input(input, layer, consumer)));
            }
        }
    }

    private void names(String... path) {
        Optional<Syntax> value = at(path);
        List<Syntax> items = value.map(
                        node -> Syntax.resolved(node) instanceof Syntax.Sequence list ? list.items() : List.of(node))
                .orElse(List.of());
        for (Syntax item : items) {
            if (Syntax.resolved(item) instanceof Syntax.Scalar name) {
                layer(name.text()).ifPresent(layer -> found.add(new Reference.Name(item, layer, "", null)));
            }
        }
    }

    private void mapping(Syntax node) {
        for (Pair pair : pairs(node)) {
            int dot = pair.name().indexOf('.');
            String name = dot < 0 ? pair.name() : pair.name().substring(0, dot);
            layer(name)
                    .ifPresent(layer -> found.add(
                            new Reference.Name(pair.key(), layer, pair.name().substring(name.length()), pair)));
        }
    }

    private void paths(Syntax node) {
        for (Pair pair : pairs(node)) {
            Reference.Path.of(pair, network).ifPresent(found::add);
        }
    }

    private static List<Pair> pairs(Syntax node) {
        return Syntax.resolved(node) instanceof Syntax.Mapping mapping ? mapping.pairs() : List.of();
    }

    private Optional<LayerItem> layer(String name) {
        return network.named(name);
    }

    /** The value at a path of keys. */
    Optional<Syntax> at(String... path) {
        Optional<Syntax> node = source.root();
        for (String key : path) {
            node = node.map(Syntax::resolved)
                    .flatMap(value -> value instanceof Syntax.Mapping mapping ? mapping.pair(key) : Optional.empty())
                    .map(Pair::value);
        }
        return node;
    }

    /** Gives the references to layers other than those left out the names after an edit. */
    void rename(Renaming renaming, Predicate<Reference> leftOut, Changes changes) throws EditRefusedException {
        for (Reference reference : found) {
            String text = reference.text(renaming);
            if (!leftOut.test(reference) && !text.equals(reference.text())) {
                write(reference.at(), text, changes);
            }
        }
    }

    /** Puts a name in place of another, within its quotes if it has any. */
    void write(Syntax at, String name, Changes changes) throws EditRefusedException {
        if (!(at instanceof Syntax.Scalar scalar)) {
            throw new EditRefusedException("a layer is named through an alias: edit the source");
        }
        source.requireUnshared(scalar);
        source.requireUnsharedAround(scalar);
        if (scalar.plain()) {
            changes.replace(scalar.content(), scalar.end(), YamlText.inline(name));
        } else {
            changes.replace(scalar.content() + 1, scalar.end() - 1, name);
        }
    }
}
