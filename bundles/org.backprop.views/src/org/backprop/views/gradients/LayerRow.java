package org.backprop.views.gradients;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A layer at one moment of a run.
 *
 * @param index its place among the layers, from 0
 * @param name name of the layer
 * @param values what was recorded last of each quantity; of clipping the mean of the range; no entry for what was not
 * @param nonFinite the step at which a value of this layer was the first that is not finite
 */
public record LayerRow(int index, String name, Map<Quantity, Double> values, OptionalLong nonFinite) {
    /** A value; empty if it was not recorded. */
    public OptionalDouble value(Quantity quantity) {
        Double value = values.get(quantity);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Rows of a layer are equal, so that a selection survives a refresh. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LayerRow row && name.equals(row.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
