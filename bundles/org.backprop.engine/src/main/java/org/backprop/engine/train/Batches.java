package org.backprop.engine.train;

import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.pruning.Samples;

/**
 * Copies samples of a data set, augmented or as they are, into the input and target views of a plan. With an augmenter,
 * also one that changes nothing, batches are assembled ahead.
 */
final class Batches implements AutoCloseable, Samples {

    private final Kernels kernels;
    private final Dataset data;
    private final int targetColumns;
    private final int mostInBatch;
    private final float[] targets;
    private float[] features;
    private final Optional<Prefetch> augmented;

    /**
     * Checks that the data fits the network.
     *
     * @throws IllegalArgumentException if the number of features, labels or targets does not fit; the message says which
     */
    Batches(Network network, Dataset data) {
        this(network, data, Optional.empty());
    }

    /** Batches of augmented samples, if there is an augmenter; errors as without. */
    Batches(Network network, Dataset data, Optional<Augmenter> augmenter) {
        this.data = data;
        kernels = network.kernels();
        targetColumns = network.targetColumns();
        mostInBatch = network.maxBatch();
        targets = new float[mostInBatch * targetColumns];
        TargetCheck.check(network, data);
        augmented = augmenter.map(changes -> new Prefetch(changes, data.count(), data.width(), network.maxBatch()));
    }

    @Override
    public int count() {
        return data.count();
    }

    /** Begins to assemble ahead, on threads of its own, if the samples are augmented. */
    void open() {
        augmented.ifPresent(prefetch -> prefetch.open(Prefetch.defaultThreads()));
    }

    /** Ends the threads. */
    @Override
    public void close() {
        augmented.ifPresent(Prefetch::close);
    }

    /** As {@link #load(Plan, int[], int)}, of the samples as they are augmented in an epoch, counted from 0. */
    void load(Plan plan, int epoch, int[] order, int from) {
        if (augmented.isEmpty()) {
            load(plan, order, from);
            return;
        }
        fill(plan, augmented.get().take(epoch, order, from, plan.input().rows()), order, from);
    }

    private void fill(Plan plan, AugmentedBatch batch, int[] order, int from) {
        kernels.gather(batch.features(), null, 0, plan.input());
        if (data.targetWidth() > 1) {
            loadTargets(plan, order, from);
            return;
        }
        for (int i = 0; i < plan.input().rows(); i++) {
            writeTarget(batch.targets()[i], i * targetColumns);
        }
        writeTargets(plan);
    }

    /** Fills the plan's batch with these samples as they are augmented in an epoch, whatever comes before and after. */
    void loadOne(Plan plan, int epoch, int[] samples) {
        if (augmented.isEmpty()) {
            load(plan, samples, 0);
        } else {
            fill(plan, augmented.get().make(epoch, samples), samples, 0);
        }
    }

    @Override
    public void load(Plan plan, int from) {
        load(plan, null, from);
    }

    /** Fills the plan's batch with the samples {@code order[from ..]}, or {@code from ..} if order is null. */
    void load(Plan plan, int[] order, int from) {
        if (data.inMemory()) {
            View input = plan.input();
            kernels.gather(data.features(order, from, input.rows()), order, from, input);
        } else {
            gather(plan.input(), order, from);
        }
        loadTargets(plan, order, from);
    }

    private void gather(View input, int[] order, int from) {
        if (features == null) {
            features = new float[mostInBatch * data.width()];
        }
        for (int i = 0; i < input.rows(); i++) {
            data.rows().read(order == null ? from + i : order[from + i], features, i * data.width());
        }
        kernels.gather(features, null, 0, input);
    }

    private void loadTargets(Plan plan, int[] order, int from) {
        for (int i = 0; i < plan.input().rows(); i++) {
            int sample = order == null ? from + i : order[from + i];
            if (data.labels() == null) {
                System.arraycopy(data.targets(), sample * targetColumns, targets, i * targetColumns, targetColumns);
            } else {
                writeTarget(data.labels()[sample], i * targetColumns);
            }
        }
        writeTargets(plan);
    }

    /** Writes a class, or the one number to predict, as the loss takes it. */
    private void writeTarget(float target, int at) {
        if (data.labels() == null || targetColumns == 1) {
            targets[at] = target;
        } else {
            for (int column = 0; column < targetColumns; column++) {
                targets[at + column] = column == target ? 1 : 0;
            }
        }
    }

    private void writeTargets(Plan plan) {
        View target = plan.targets();
        target.buffer().write(target.offset(), targets, 0, target.length());
    }
}
