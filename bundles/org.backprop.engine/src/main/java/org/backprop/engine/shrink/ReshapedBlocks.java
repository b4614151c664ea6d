package org.backprop.engine.shrink;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.LayerSpec;
import org.backprop.model.ReshapeLayer;

/** A layer that gives a value another shape, whose first dimension divides that of the input or the other way round. */
final class ReshapedBlocks extends Blocks {

    ReshapedBlocks(int ins, int outs) {
        super(ins, outs);
    }

    @Override
    LayerSpec resized(Site site) {
        List<Integer> shape = new ArrayList<>(((ReshapeLayer) site.layer().spec()).shape());
        shape.set(0, site.output().keptCount());
        return new ReshapeLayer(shape);
    }
}
