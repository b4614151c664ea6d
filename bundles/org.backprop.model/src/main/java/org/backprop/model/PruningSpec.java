package org.backprop.model;

/**
 * What tells which weights matter: each weight, or each unit, has a saliency, and those with the least are removed. A
 * saliency is never compared with one of another criterion.
 */
public sealed interface PruningSpec
        permits MagnitudePruning,
                OptimalBrainDamage,
                OptimalBrainSurgeon,
                TaylorPruning,
                RandomPruning,
                NeuronInputWeights,
                NeuronActivation,
                FilterNorm {

    /** The greatest number of samples that a criterion measures on. */
    int MOST_SAMPLES = 10_000_000;

    /** The one-line description of the number of samples. */
    String SAMPLES = "Samples of the training set that it is measured on, from the first; fewer if there are fewer.";

    /** Whether it removes whole units, with their biases: neurons of dense layers, or filters of convolutions. */
    default boolean removesUnits() {
        return false;
    }
}
