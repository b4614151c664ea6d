package org.backprop.runlog.control;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which weights to remove: either so many, or all below a threshold.
 *
 * @param criterion key of a pruning criterion, such as {@code magnitude}
 * @param layer the only layer to prune; empty for all
 * @param sparsity share of the weights that is gone afterwards, from 0 to 1
 * @param threshold saliency, at least 0, below which weights go
 */
public record PruneSelection(
        String criterion, Optional<String> layer, OptionalDouble sparsity, OptionalDouble threshold) {
    /** Checks that there is either a sparsity or a threshold, in its range. */
    public PruneSelection {
        Objects.requireNonNull(criterion, "criterion");
        if (sparsity.isPresent() == threshold.isPresent()) {
            throw new IllegalArgumentException("either a sparsity or a threshold is needed");
        }
        if (sparsity.isPresent() && !(sparsity.getAsDouble() >= 0 && sparsity.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("the sparsity must be from 0 to 1, not " + sparsity.getAsDouble());
        }
        if (threshold.isPresent() && !(threshold.getAsDouble() >= 0 && Double.isFinite(threshold.getAsDouble()))) {
            throw new IllegalArgumentException("the threshold must be at least 0, not " + threshold.getAsDouble());
        }
    }

    /** So large a share of the weights of all layers. */
    public static PruneSelection ofSparsity(String criterion, double sparsity) {
        return new PruneSelection(criterion, Optional.empty(), OptionalDouble.of(sparsity), OptionalDouble.empty());
    }

    /** All weights of all layers that are less salient than {@code threshold}. */
    public static PruneSelection ofThreshold(String criterion, double threshold) {
        return new PruneSelection(criterion, Optional.empty(), OptionalDouble.empty(), OptionalDouble.of(threshold));
    }

    /** The same in one layer. */
    public PruneSelection in(String onlyLayer) {
        return new PruneSelection(criterion, Optional.of(onlyLayer), sparsity, threshold);
    }
}
