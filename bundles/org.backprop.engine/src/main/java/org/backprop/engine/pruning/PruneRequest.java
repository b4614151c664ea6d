package org.backprop.engine.pruning;

import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.model.PruningSpec;

/**
 * What is to be removed. Either a sparsity or a threshold is given.
 *
 * @param criterion what tells which weights matter
 * @param layer name of the only layer that is to be pruned; empty for all that the criterion can prune and the model does not
 *     exclude
 * @param sparsity share of the weights of these layers that is to be removed in the end, with those that are removed already,
 *     at least 0 and less than 1
 * @param threshold saliency below which weights are removed
 */
public record PruneRequest(
        PruningSpec criterion, Optional<String> layer, OptionalDouble sparsity, OptionalDouble threshold) {

    /** Removes a share of the weights of all layers. */
    public static PruneRequest toSparsity(PruningSpec criterion, double sparsity) {
        return new PruneRequest(criterion, Optional.empty(), OptionalDouble.of(sparsity), OptionalDouble.empty());
    }

    /** Removes the weights of all layers whose saliency is less. */
    public static PruneRequest below(PruningSpec criterion, double threshold) {
        return new PruneRequest(criterion, Optional.empty(), OptionalDouble.empty(), OptionalDouble.of(threshold));
    }
}
