package org.backprop.views.pruning;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A layer in the table, at one moment of a run.
 *
 * @param index its place among the layers
 * @param name name of the layer
 * @param weights number of its prunable weights; 0 for a layer that keeps its weights
 * @param kept how many of them are not pruned
 * @param threshold saliency below which weights went at the last pruning of the run
 * @param lastPruning step at which its masks changed last
 * @param whatIf what a threshold would prune; empty if no distribution was recorded
 */
record LayerRow(
        int index,
        String name,
        long weights,
        long kept,
        OptionalDouble threshold,
        OptionalLong lastPruning,
        Optional<WhatIf> whatIf) {
    /** Share of the weights that is pruned; empty for a layer without weights. */
    OptionalDouble sparsity() {
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (double) kept / weights);
    }

    /** Rows of a layer are equal, so that a selection survives a refresh. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LayerRow row && name.equals(row.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
