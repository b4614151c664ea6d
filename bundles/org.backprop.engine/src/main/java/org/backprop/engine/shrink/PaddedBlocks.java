package org.backprop.engine.shrink;

/** A layer that puts zeros around each channel, so that only a channel of zeros stays constant. */
final class PaddedBlocks extends Blocks {

    @Override
    boolean isConstant(Site site, int output) {
        return super.isConstant(site, output) && site.input().value(output) == 0;
    }
}
