package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.backprop.model.edit.LayerName;
import org.backprop.model.edit.LayerName.Kind;
import org.backprop.model.internal.edit.Syntax.Pair;

/** Finds the places that name layers: where they are declared, and where others refer to them. */
final class NamedPlaces {

    private final Source source;
    private final List<LayerName> places = new ArrayList<>();

    private NamedPlaces(Source source) {
        this.source = source;
    }

    /** The places in the order of the text. */
    static List<LayerName> of(Source source, LayerScope network) {
        NamedPlaces found = new NamedPlaces(source);
        network.all().forEach(found::declaration);
        new References(source, network).all().forEach(found::reference);
        found.places.sort(Comparator.comparingInt(LayerName::offset));
        return List.copyOf(found.places);
    }

    private void declaration(LayerItem layer) {
        Optional<Syntax> given =
                layer.key("name").map(Pair::value).filter(name -> isName(Syntax.resolved(name), layer.name()));
        if (given.isPresent()) {
            add(given.get(), 0, layer.name(), layer, Kind.NAME);
        } else {
            layer.typePair()
                    .<Syntax>map(Pair::key)
                    .or(() -> Optional.of(layer.item()))
                    .ifPresent(type -> add(type, 0, layer.type(), layer, Kind.TYPE));
        }
    }

    private static boolean isName(Syntax value, String name) {
        return value instanceof Syntax.Scalar scalar && scalar.text().equals(name);
    }

    private void reference(Reference reference) {
        reference.parts().forEach(part -> add(reference.at(), part.from(), part.name(), part.layer(), Kind.REFERENCE));
    }

    /** Adds a part of a value, unless it is written with escapes or stands behind an alias. */
    private void add(Syntax node, int from, String name, LayerItem layer, Kind kind) {
        if (node instanceof Syntax.Scalar scalar) {
            int offset = scalar.content() + (scalar.plain() ? 0 : 1) + from;
            if (source.text().startsWith(name, offset) && offset + name.length() <= scalar.end()) {
                places.add(new LayerName(layer.fullName(), kind, offset, name.length()));
            }
        }
    }
}
