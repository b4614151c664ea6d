package org.backprop.editor.network;

import java.util.List;

import org.backprop.editor.network.graph.Diagram;
import org.backprop.model.Position;
import org.backprop.model.edit.LayerText;

/**
 * What the page shows of one state of the text.
 *
 * @param text the text whose layers these are
 * @param diagram the network; null if the text could not be read
 * @param layers the layers of the text
 * @param problem why the text could not be read, empty if it could
 * @param at where the problem is
 */
record Shown(String text, Diagram diagram, List<LayerText> layers, String problem, Position at) {

    /** The layer that starts last before an offset and ends behind it, the innermost one. */
    LayerText layerAt(int offset) {
        return layers.stream()
                .filter(layer -> layer.offset() <= offset && offset <= layer.offset() + layer.length())
                .reduce((a, b) -> b.length() < a.length() ? b : a)
                .orElse(null);
    }

    /** The layer with this name; null for the input. */
    LayerText layer(String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
