package org.backprop.model;

import java.util.Optional;

/**
 * Keeps {@code n} of each {@code m} weights that follow each other along the fan-in, as the sparse matrix products of some
 * GPUs need them. Mishra et al.: "Accelerating sparse deep neural networks", 2021.
 *
 * @param n weights that stay in each group
 * @param m weights in a group; of a shorter last one, the same share stays, rounded up
 */
@SpecType(
        key = "n_of_m",
        doc = "Keeps n of each m weights that follow each other along the fan-in.",
        formula = "of w_j,mi .. w_j,mi+m-1 the n with the greatest saliency stay; sparsity 1 - n / m",
        source = "Mishra et al. 2021 (arXiv:2104.08378)")
public record NOfMPattern(
        @SpecParameter(doc = "Weights that stay in each group.", byDefault = "2", min = 1, max = 1_000_000)
        int n,

        @SpecParameter(doc = "Weights in a group.", byDefault = "4", min = 2, max = 1_000_000)
        int m)
        implements PruningPatternSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        return n < m
                ? Optional.empty()
                : Optional.of(new Inconsistency("n", "must be less than m, which is " + m + ", is " + n));
    }

    /** The share of weights that is removed in the end. */
    public double sparsity() {
        return 1 - (double) n / m;
    }
}
