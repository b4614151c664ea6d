package org.backprop.editor.occurrences;

import java.util.List;
import java.util.Optional;

import org.backprop.model.edit.LayerName;
import org.backprop.model.edit.LayerName.Kind;

/** Finds places that name layers among those of a text. */
public final class LayerNames {

    private LayerNames() {}

    /** The place at an offset, or right before it. */
    public static Optional<LayerName> at(List<LayerName> names, int offset) {
        return names.stream().filter(name -> name.touches(offset)).findFirst();
    }

    /** The places that name a layer. */
    public static List<LayerName> of(List<LayerName> names, String layer) {
        return names.stream().filter(name -> name.layer().equals(layer)).toList();
    }

    /** The place that gives a layer its name, or its type if it has its name by default. */
    public static Optional<LayerName> declaration(List<LayerName> names, String layer) {
        return of(names, layer).stream()
                .filter(name -> name.kind() != Kind.REFERENCE)
                .findFirst();
    }
}
