package org.backprop.engine.shrink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.Shape;
import org.backprop.model.ShapeException;

/** The shapes of the values of a network, and what its layers cost. */
final class Shapes {

    private final List<Layer> layers;
    private final Map<String, Shape> outputs = new HashMap<>();

    /** Follows the shapes from the input through layers that fit together. */
    Shapes(List<Layer> layers, Shape input) {
        this.layers = layers;
        outputs.put(Layer.INPUT, input);
        for (Layer layer : layers) {
            try {
                outputs.put(layer.name(), layer.spec().output(inputs(layer)));
            } catch (ShapeException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    List<Shape> inputs(Layer layer) {
        return layer.inputs().stream().map(outputs::get).toList();
    }

    Shape output(Layer layer) {
        return outputs.get(layer.name());
    }

    /** As {@link LayerSpec#parameters}, of all layers. */
    long parameters() {
        return layers.stream()
                .mapToLong(layer -> layer.spec().parameters(inputs(layer)))
                .sum();
    }

    /** As {@link LayerSpec#flops}, of all layers. */
    long flops() {
        return layers.stream()
                .mapToLong(layer -> layer.spec().flops(inputs(layer)))
                .sum();
    }
}
