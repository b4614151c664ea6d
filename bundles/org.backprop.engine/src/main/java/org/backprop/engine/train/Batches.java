package org.backprop.engine.train;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/** Copies samples of a data set into the input and target views of a plan. */
final class Batches {

    private final Kernels kernels;
    private final Dataset data;
    private final int targetColumns;
    private final float[] targets;

    /**
     * Checks that the data fits the network.
     *
     * @throws IllegalArgumentException if the number of features, labels or targets does not fit; the message says which
     */
    Batches(Network network, Dataset data) {
        this.data = data;
        kernels = network.kernels();
        targetColumns = network.targetColumns();
        targets = new float[network.maxBatch() * targetColumns];
        TargetCheck.check(network, data);
    }

    int count() {
        return data.count();
    }

    /** Fills the plan's batch with the samples {@code order[from ..]}, or {@code from ..} if order is null. */
    void load(Plan plan, int[] order, int from) {
        kernels.gather(data.features(), order, from, plan.input());
        for (int i = 0; i < plan.input().rows(); i++) {
            loadTarget(order == null ? from + i : order[from + i], i * targetColumns);
        }
        View target = plan.targets();
        target.buffer().write(target.offset(), targets, 0, target.length());
    }

    private void loadTarget(int sample, int at) {
        if (data.labels() == null) {
            targets[at] = data.targets()[sample];
        } else if (targetColumns == 1) {
            targets[at] = data.labels()[sample];
        } else {
            for (int column = 0; column < targetColumns; column++) {
                targets[at + column] = column == data.labels()[sample] ? 1 : 0;
            }
        }
    }
}
