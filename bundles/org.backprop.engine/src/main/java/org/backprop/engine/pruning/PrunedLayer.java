package org.backprop.engine.pruning;

import java.util.OptionalDouble;

/**
 * One layer after a removal.
 *
 * @param name name of the layer
 * @param weights number of its weights, biases not among them
 * @param kept number of weights that are left
 * @param removed number of weights that this removal has taken
 * @param regrown number of weights that came back, at 0
 * @param threshold the least saliency that is left; empty if the layer was not looked at
 */
public record PrunedLayer(String name, int weights, int kept, int removed, int regrown, OptionalDouble threshold) {

    /** Share of the weights that are removed, now and before. */
    public double sparsity() {
        return 1 - (double) kept / weights;
    }
}
