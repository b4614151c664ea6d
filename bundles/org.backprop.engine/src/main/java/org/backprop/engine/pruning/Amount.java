package org.backprop.engine.pruning;

import java.util.OptionalDouble;

/**
 * How much is removed: either number is given.
 *
 * @param sparsity share of the weights that is removed afterwards, in [0, 1)
 * @param threshold saliency below which weights are removed
 * @param regrowth share of the weights that are left that are exchanged for removed ones, in [0, 1)
 */
record Amount(OptionalDouble sparsity, OptionalDouble threshold, double regrowth) {

    /** Up to a sparsity. */
    static Amount sparsity(double sparsity, double regrowth) {
        return new Amount(OptionalDouble.of(sparsity), OptionalDouble.empty(), regrowth);
    }

    /** Below a threshold. */
    static Amount threshold(double threshold) {
        return new Amount(OptionalDouble.empty(), OptionalDouble.of(threshold), 0);
    }

    /** What a request asks for. */
    static Amount of(PruneRequest request) throws PruneException {
        if (request.sparsity().isPresent() == request.threshold().isPresent()) {
            throw new PruneException("give either a sparsity or a threshold");
        }
        if (request.threshold().isPresent()) {
            double threshold = request.threshold().getAsDouble();
            if (Double.isNaN(threshold)) {
                throw new PruneException("the threshold must be a number");
            }
            return threshold(threshold);
        }
        double sparsity = request.sparsity().getAsDouble();
        if (!(sparsity >= 0 && sparsity < 1)) {
            throw new PruneException(
                    sparsity >= 1
                            ? "pruning to 100 % would leave no weights: the sparsity must be less than 1"
                            : "the sparsity must be at least 0 and less than 1, is " + sparsity);
        }
        return sparsity(sparsity, 0);
    }
}
