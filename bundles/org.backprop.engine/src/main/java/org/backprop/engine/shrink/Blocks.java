package org.backprop.engine.shrink;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.network.NamedTensor;
import org.backprop.model.LayerSpec;

/**
 * A layer that makes of each block of inputs a block of outputs, each by itself: most often of each channel a channel.
 * Units of a block can only go together.
 */
class Blocks implements LayerRule {

    private final int ins;
    private final int outs;

    /** A layer that makes of each unit a unit. */
    Blocks() {
        this(1, 1);
    }

    /** A layer that makes of each {@code ins} units {@code outs} units. */
    Blocks(int ins, int outs) {
        this.ins = ins;
        this.outs = outs;
    }

    /** Whether an output is the same for every input of the network; by default if all of its block's input is. */
    boolean isConstant(Site site, int output) {
        return ins == 1 && site.input().isConstant(output / outs);
    }

    /** Whether an output depends on the inputs of its block, as far as the weights tell. */
    boolean reads(Site site, int output) {
        return true;
    }

    /** The layer, with as many outputs as are kept. */
    LayerSpec resized(Site site) {
        return site.layer().spec();
    }

    @Override
    public final void markConstants(Site site) {
        for (int output = 0; output < site.output().count(); output++) {
            if (isConstant(site, output)) {
                site.output().setConstant(output);
            }
        }
    }

    @Override
    public final void markUsed(Site site) {
        for (int output = 0; output < site.output().count(); output++) {
            if (site.output().isUsed(output) && reads(site, output)) {
                int block = output / outs;
                for (int input = block * ins; input < (block + 1) * ins; input++) {
                    site.input().use(input);
                }
            }
        }
    }

    @Override
    public final void keep(Site site) {
        for (int block = 0; block < site.input().count() / ins; block++) {
            keep(site, block);
        }
    }

    private void keep(Site site, int block) {
        String together = "goes with a unit of " + site.name() + " that is alive";
        for (int i = block * ins; i < (block + 1) * ins; i++) {
            if (site.input().isKept(i)) {
                keepAll(site, block, site.input().reason(i, together));
            }
        }
        for (int i = block * outs; i < (block + 1) * outs; i++) {
            if (site.output().isKept(i)) {
                keepAll(site, block, site.output().reason(i, together));
            }
        }
    }

    private void keepAll(Site site, int block, String why) {
        for (int i = block * ins; i < (block + 1) * ins; i++) {
            site.input().keep(i, why);
        }
        for (int i = block * outs; i < (block + 1) * outs; i++) {
            site.output().keep(i, why);
        }
    }

    @Override
    public final Remainder remainder(Site site) {
        return new Remainder(
                resized(site),
                site.tensors().values().stream()
                        .map(tensor ->
                                tensor.shape().getFirst() == site.output().count()
                                        ? rows(tensor, site.output().kept())
                                        : tensor)
                        .toList());
    }

    private static NamedTensor rows(NamedTensor tensor, int[] rows) {
        int width = tensor.values().length / tensor.shape().getFirst();
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(tensor.values(), rows[i] * width, values, i * width, width);
        }
        List<Integer> shape = new ArrayList<>(tensor.shape());
        shape.set(0, rows.length);
        return new NamedTensor(tensor.name(), shape, values);
    }
}
