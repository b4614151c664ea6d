package org.backprop.engine.pruning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * What a removal did, or would do.
 *
 * @param layers all layers with weights that the model does not exclude, in the order of the model
 * @param threshold the least saliency that is left where all layers are measured with the same rule; empty if each layer has its
 *     own, or groups of weights have
 * @param before how good the network was before; empty if that was not asked for
 * @param after how good it is afterwards; empty if that was not asked for
 */
public record PruneResult(
        List<PrunedLayer> layers, OptionalDouble threshold, Optional<Quality> before, Optional<Quality> after) {

    /** Copies the list. */
    public PruneResult {
        layers = List.copyOf(layers);
    }

    /** Share of the weights of all {@link #layers} that are removed, now and before. */
    public double sparsity() {
        long weights = sum(PrunedLayer::weights);
        return weights == 0 ? 0 : 1 - (double) kept() / weights;
    }

    /** Number of weights that are left. */
    public long kept() {
        return sum(PrunedLayer::kept);
    }

    /** Number of weights that this removal has taken. */
    public long removed() {
        return sum(PrunedLayer::removed);
    }

    /** Number of weights that came back. */
    public long regrown() {
        return sum(PrunedLayer::regrown);
    }

    private long sum(ToLongFunction<PrunedLayer> number) {
        return layers.stream().mapToLong(number).sum();
    }
}
