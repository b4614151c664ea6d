package org.backprop.engine.shrink;

import java.util.Map;

/**
 * What became of the units of a layer with weights.
 *
 * @param layer name of the layer
 * @param before number of its units or filters before
 * @param after number of those that are left
 * @param dead number of those that made no difference
 * @param kept how many of those were kept all the same, by the reason
 */
public record LayerChange(String layer, int before, int after, int dead, Map<String, Integer> kept) {

    /** Copies the map. */
    public LayerChange {
        kept = Map.copyOf(kept);
    }
}
