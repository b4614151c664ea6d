package org.backprop.engine.shrink;

import java.util.List;

/**
 * What shrinking has changed.
 *
 * @param layers what became of each layer with weights
 * @param before what the network cost
 * @param after what it costs
 * @param speed how fast both predict
 * @param greatestDifference greatest difference between the outputs of both
 * @param samples number of samples that were compared, random ones and those of the data
 */
public record ShrinkReport(
        List<LayerChange> layers,
        NetworkCost before,
        NetworkCost after,
        ForwardSpeed speed,
        double greatestDifference,
        int samples) {

    /** Copies the list. */
    public ShrinkReport {
        layers = List.copyOf(layers);
    }
}
