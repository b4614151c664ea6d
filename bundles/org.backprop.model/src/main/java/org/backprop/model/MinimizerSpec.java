package org.backprop.model;

import java.util.Optional;

/**
 * An optimizer that asks for the loss, its gradient or its second derivatives as often as it needs, rather than for one
 * gradient a step. One iteration is one step.
 */
public sealed interface MinimizerSpec extends OptimizerSpec
        permits SteepestDescent,
                ConjugateGradient,
                Newton,
                Bfgs,
                Dfp,
                Lbfgs,
                MultiBatchLbfgs,
                LevenbergMarquardt,
                RandomSearch,
                SimulatedAnnealing,
                CauchyAnnealing,
                BackpropCauchy {

    /** The most parameters for which a minimizer keeps a matrix with a row for each. */
    int MOST_DENSE = 5_000;

    /** Factor of the step; those that find their step themselves have none to set. */
    @Override
    default double learningRate() {
        return 1;
    }

    /** Whether it needs the exact loss, so that each step takes the whole training set. */
    default boolean needsFullBatch() {
        return true;
    }

    /** The most parameters that it can train, empty if there is no limit. */
    default Optional<Integer> mostParameters() {
        return Optional.empty();
    }

    /** Why it cannot train a network with so many parameters, and what can; empty if it can. */
    default Optional<String> tooMany(long parameters) {
        return mostParameters()
                .filter(most -> parameters > most)
                .map(most ->
                        "%s keeps a matrix with a row for each of at most %,d parameters, the network has %,d: use lbfgs, conjugate_gradient, or newton: conjugate_gradient"
                                .formatted(
                                        Catalogue.describe(getClass().asSubclass(Record.class))
                                                .key(),
                                        most,
                                        parameters));
    }
}
