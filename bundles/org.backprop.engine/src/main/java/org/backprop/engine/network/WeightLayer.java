package org.backprop.engine.network;

import java.util.List;
import java.util.Optional;

/**
 * A layer whose weights can be pruned.
 *
 * @param name name of the layer
 * @param weights its parameters with more than one dimension, at least one; biases and the scales of normalizations are none
 * @param hasUnits whether the first of them has a row for each unit, and the units are not the network's outputs
 * @param bias the biases of the units, if they have some
 */
public record WeightLayer(String name, List<Parameter> weights, boolean hasUnits, Optional<Parameter> bias) {

    /** Number of weights. */
    public int count() {
        return weights.stream().mapToInt(Parameter::length).sum();
    }
}
