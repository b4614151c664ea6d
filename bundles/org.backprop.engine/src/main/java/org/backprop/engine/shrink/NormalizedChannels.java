package org.backprop.engine.shrink;

/** Batch normalization; a channel with scale 0 is its shift. */
final class NormalizedChannels extends Blocks {

    @Override
    boolean isConstant(Site site, int output) {
        return !reads(site, output) || super.isConstant(site, output);
    }

    @Override
    boolean reads(Site site, int output) {
        return site.tensor("weight").map(scale -> scale.values()[output] != 0).orElse(true);
    }
}
