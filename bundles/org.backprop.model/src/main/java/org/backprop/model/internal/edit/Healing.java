package org.backprop.model.internal.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the inputs of layers come from once others are gone: from what the removed layers took theirs from. */
final class Healing {

    private final LayerScope network;
    private final Set<LayerItem> removed;
    private final Renaming renaming;

    Healing(LayerScope network, Set<LayerItem> removed, Renaming renaming) {
        this.network = network;
        this.removed = removed;
        this.renaming = renaming;
    }

    /**
     * A source of values.
     *
     * @param layer the layer; null for the input of the scope
     */
    record Origin(LayerItem layer, LayerScope scope) {}

    /** Where a layer takes its first input from, as the text stands. */
    Origin origin(LayerItem layer) {
        List<Syntax> inputs = layer.inputs();
        if (inputs.isEmpty()) {
            return before(layer, layer.index());
        }
        Optional<LayerItem> named = Syntax.resolved(inputs.getFirst()) instanceof Syntax.Scalar name
                ? layer.scope().resolve(name.text(), network)
                : Optional.empty();
        return new Origin(named.orElse(null), layer.scope());
    }

    private static Origin before(LayerItem layer, int index) {
        LayerScope scope = layer.scope();
        return new Origin(index <= 0 ? null : scope.layers().get(index - 1), scope);
    }

    /** What a removed layer passes on. */
    Origin healed(LayerItem layer) {
        Origin origin = new Origin(layer, layer.scope());
        while (origin.layer() != null && removed.contains(origin.layer())) {
            origin = origin(origin.layer());
        }
        return origin;
    }

    /** The name of an origin where a consumer in a scope names its inputs. */
    String text(Origin origin, LayerScope consumer) {
        if (origin.layer() == null) {
            boolean plain = origin.scope() == consumer || origin.scope().block() == null;
            return plain ? "input" : text(passedTo(origin.scope().block()), consumer);
        }
        LayerItem layer = origin.layer();
        return layer.scope() == consumer ? renaming.local(layer) : renaming.full(layer);
    }

    private Origin passedTo(LayerItem block) {
        Origin origin = origin(block);
        return origin.layer() == null ? origin : healed(origin.layer());
    }

    /** The last layer before another in its list that stays. */
    Origin previous(LayerItem layer) {
        int index = layer.index() - 1;
        while (index >= 0 && removed.contains(layer.scope().layers().get(index))) {
            index--;
        }
        return before(layer, index + 1);
    }
}
