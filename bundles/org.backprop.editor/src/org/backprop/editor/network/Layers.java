package org.backprop.editor.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Layer;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerPlace;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.ModelEdit;
import org.eclipse.osgi.util.NLS;

/** Looks up layers of a text. */
final class Layers {
    /** Names of layers, without that of the network's input. */
    static final Predicate<String> NOT_INPUT = name -> !name.equals(Layer.INPUT);

    private Layers() {}

    /** The layer with this name; empty for the input of the network. */
    static Optional<LayerText> named(List<LayerText> layers, String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** What a layer takes its inputs from. */
    static List<String> inputs(ModelEdit edit, String name) {
        return named(edit.layers(), name).map(LayerText::inputs).orElse(List.of());
    }

    /** Where a layer stands in its list. */
    static LayerPlace place(ModelEdit edit, String name) throws EditRefusedException {
        return edit.place(name).orElseThrow(() -> new EditRefusedException(NLS.bind(Messages.no_place, name)));
    }

    /** How many layers there are in the list of a layer. */
    static int siblings(ModelEdit edit, String name) throws EditRefusedException {
        String block = place(edit, name).block();
        return (int) edit.layers().stream()
                .filter(layer -> layer.block().equals(block) && layer.index() >= 0)
                .count();
    }

    /** Whether layers of the type have several inputs. */
    static boolean takesSeveral(LayerText layer) {
        return Catalogue.type(Family.LAYER, layer.type())
                .filter(Templates::takesSeveral)
                .isPresent();
    }

    /** The path of a layer in the file, by the places in the lists that it is in. */
    static List<String> path(List<LayerText> layers, LayerText layer) {
        List<String> path = new ArrayList<>();
        for (LayerText now = layer;
                now != null;
                now = named(layers, now.block()).orElse(null)) {
            path.addAll(0, now.index() < 0 ? List.of("projection") : List.of("layers", Integer.toString(now.index())));
        }
        path.addFirst("network");
        return path;
    }
}
