package org.backprop.engine.shrink;

import java.util.List;

import org.backprop.engine.network.NamedTensor;
import org.backprop.model.Layer;

/**
 * A network without its dead units.
 *
 * @param layers its layers, as many as before and with the same names
 * @param tensors its parameters and statistics
 * @param changes what became of each layer with weights
 */
public record Shrunk(List<Layer> layers, List<NamedTensor> tensors, List<LayerChange> changes) {

    /** Copies the lists. */
    public Shrunk {
        layers = List.copyOf(layers);
        tensors = List.copyOf(tensors);
        changes = List.copyOf(changes);
    }
}
