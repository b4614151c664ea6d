package org.backprop.engine.shrink;

import java.util.List;

import org.backprop.engine.network.NamedTensor;
import org.backprop.model.LayerSpec;

/** How units pass through a layer, and what the layer is without some of them. */
interface LayerRule {

    /** What is left of a layer. */
    record Remainder(LayerSpec spec, List<NamedTensor> tensors) {}

    /** Marks the outputs that are constant because of the weights, or because inputs are. */
    void markConstants(Site site);

    /** Marks the inputs that outputs in use depend on. */
    void markUsed(Site site);

    /** Keeps the inputs and outputs that have to stay because of those that stay already. */
    void keep(Site site);

    /** The layer with the units that are kept. */
    Remainder remainder(Site site);
}
