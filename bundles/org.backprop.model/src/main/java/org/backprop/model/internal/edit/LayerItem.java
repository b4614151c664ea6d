package org.backprop.model.internal.edit;

import java.util.List;
import java.util.Optional;

import org.backprop.model.internal.edit.Syntax.Pair;

/**
 * An entry of a list of layers.
 *
 * @param name its name in its scope, given or by default
 * @param type the word that selects its type
 * @param item the entry
 * @param scope the list that it stands in
 * @param index its place there; -1 for a projection
 */
record LayerItem(String name, String type, Syntax item, LayerScope scope, int index) {

    /** Its name with those of the blocks that it is in. */
    String fullName() {
        return scope.prefix() + name;
    }

    /** The key of the type with its value; empty for a bare word. */
    Optional<Pair> typePair() {
        return item instanceof Syntax.Mapping mapping ? mapping.pair(type) : Optional.empty();
    }

    /** A key inside of its type or beside it. */
    Optional<Pair> key(String key) {
        return typePair()
                .map(Pair::value)
                .flatMap(body -> body instanceof Syntax.Mapping mapping ? mapping.pair(key) : Optional.empty())
                .or(() -> item instanceof Syntax.Mapping mapping ? mapping.pair(key) : Optional.empty());
    }

    /** The nodes that name its inputs; empty if it takes the layer before. */
    List<Syntax> inputs() {
        return key("inputs")
                .map(Pair::value)
                .map(value -> Syntax.resolved(value) instanceof Syntax.Sequence list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayerItem layer && layer.item == item;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(item);
    }
}
