package org.backprop.engine.train;

import org.backprop.engine.network.Plan;

/** A batch that is computed here, from the samples that are read here. */
abstract class LocalBatch implements BatchGradient {

    private final Batches batches;

    LocalBatch(Batches batches) {
        this.batches = batches;
    }

    @Override
    public final void open() {
        batches.open();
    }

    @Override
    public final void close() {
        batches.close();
    }

    @Override
    public final void load(Plan batch, int epoch, int[] order, int from, boolean activations) {
        batches.load(batch, epoch, order, from);
    }
}
