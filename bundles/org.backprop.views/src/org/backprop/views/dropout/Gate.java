package org.backprop.views.dropout;

import java.util.ArrayList;
import java.util.List;

/**
 * The gate of a residual block at one step.
 *
 * @param name name of the layer
 * @param keep nominal probability to keep the branch
 * @param kept whether it was kept, for each recorded sample
 */
public record Gate(String name, double keep, List<Boolean> kept) {
    /** The gate of a layer of stochastic depth in its newest mask. */
    static Gate of(LayerFacts layer, MaskColumns masks) {
        List<Boolean> kept = new ArrayList<>();
        masks.newest().forEach(column -> kept.add(column.kept(0, masks.units())));
        return new Gate(layer.name(), layer.keep(), kept);
    }

    /** The block's name: that of the layer up to the last slash. */
    public String block() {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
