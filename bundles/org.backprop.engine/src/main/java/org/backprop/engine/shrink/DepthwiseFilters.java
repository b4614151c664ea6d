package org.backprop.engine.shrink;

import org.backprop.engine.network.NamedTensor;

/** A convolution with filters of its own for each channel; without weights, a filter gives its bias. */
final class DepthwiseFilters extends Blocks {

    private final int multiplier;
    private final boolean padded;

    /**
     * A depthwise convolution.
     *
     * @param multiplier filters of each channel
     * @param padded whether there are zeros around the channels
     */
    DepthwiseFilters(int multiplier, boolean padded) {
        super(1, multiplier);
        this.multiplier = multiplier;
        this.padded = padded;
    }

    @Override
    boolean isConstant(Site site, int output) {
        return !reads(site, output)
                || super.isConstant(site, output) && (!padded || site.input().value(output / multiplier) == 0);
    }

    @Override
    boolean reads(Site site, int output) {
        NamedTensor weight = site.tensor("weight").orElseThrow();
        int size = weight.values().length / weight.shape().getFirst();
        for (int i = output * size; i < (output + 1) * size; i++) {
            if (weight.values()[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
