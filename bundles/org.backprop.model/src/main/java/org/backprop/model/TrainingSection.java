package org.backprop.model;

import java.util.Optional;

/**
 * The {@code training} section.
 *
 * @param loss what is minimized
 * @param optimizer how
 * @param batchSize samples per step; 0 stands for the whole training set ({@code full} in the file)
 * @param epochs passes over the training set
 * @param shuffle whether each epoch takes the samples in a new order
 * @param seed seed of initial weights, shuffling and dropout
 * @param schedule how the learning rate changes; absent for not at all
 */
@SpecType(key = "training", doc = "How the network is trained.")
public record TrainingSection(
        @SpecParameter(doc = "What training minimizes.") LossSpec loss,

        @SpecParameter(doc = "How the parameters are changed by a gradient.", byDefault = "adam")
        OptimizerSpec optimizer,

        @SpecParameter(
                doc = "Samples per step, or full for the whole training set.",
                byDefault = "64",
                min = 1,
                max = 10_000_000,
                unit = "samples",
                zeroWord = "full")
        int batchSize,

        @SpecParameter(
                doc = "Passes over the training set.",
                byDefault = "10",
                min = 1,
                max = 1_000_000,
                unit = "epochs")
        int epochs,

        @SpecParameter(doc = "Take the samples in a new order in each epoch.", byDefault = "true")
        boolean shuffle,

        @SpecParameter(doc = "Seed of initial weights, shuffling and dropout.", byDefault = "1")
        long seed,

        @SpecParameter(doc = "How the learning rate changes during training.", byDefault = "")
        Optional<ScheduleSpec> schedule) {

    /** Training without anything around the optimizer. */
    public TrainingSection(
            LossSpec loss, OptimizerSpec optimizer, int batchSize, int epochs, boolean shuffle, long seed) {
        this(loss, optimizer, batchSize, epochs, shuffle, seed, Optional.empty());
    }

    /** Whether a step takes the whole training set. */
    public boolean fullBatch() {
        return batchSize == 0;
    }
}
