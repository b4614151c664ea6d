package org.backprop.engine.shrink;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.network.NamedTensor;
import org.backprop.model.Layer;

/**
 * A layer in its network.
 *
 * @param layer the layer
 * @param inputs the units of each input
 * @param output the units of its output
 * @param tensors its parameters and statistics by their names within the layer, such as {@code weight}, in order
 */
record Site(Layer layer, List<Units> inputs, Units output, Map<String, NamedTensor> tensors) {

    String name() {
        return layer.name();
    }

    /** The units of the only or first input. */
    Units input() {
        return inputs.getFirst();
    }

    Optional<NamedTensor> tensor(String role) {
        return Optional.ofNullable(tensors.get(role));
    }
}
