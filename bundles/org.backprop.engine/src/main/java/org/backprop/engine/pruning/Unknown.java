package org.backprop.engine.pruning;

import java.util.List;

import org.backprop.engine.network.Network;
import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.WeightLayer;
import org.backprop.model.Catalogue;

/** Says why a layer cannot be pruned. */
final class Unknown {

    private Unknown() {}

    /** The message about a layer that is none of those with weights. */
    static String layer(String name, Network network, List<WeightLayer> layers) {
        if (network.frozen().stream().map(Parameter::layer).anyMatch(name::equals)) {
            return "the layer '" + name + "' is frozen: its weights are not changed";
        }
        List<String> known = layers.stream().map(WeightLayer::name).toList();
        if (network.layerNames().contains(name)) {
            return "the layer '" + name + "' has no weights to prune: those that have are " + String.join(", ", known);
        }
        return "there is no layer '" + name + "'"
                + Catalogue.nearest(name, known)
                        .map(nearest -> ": did you mean '" + nearest + "'?")
                        .orElse(": layers with weights are " + String.join(", ", known));
    }
}
