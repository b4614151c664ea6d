package org.backprop.model;

import java.util.Optional;

/** A spec whose parameters, each valid alone, may contradict each other. */
public interface SelfChecking {

    /** The first contradiction between parameters, empty if there is none. */
    Optional<Inconsistency> inconsistency();

    /**
     * A contradiction.
     *
     * @param key key of the parameter to change
     * @param message what is wrong and what to do, to be read after the key
     */
    record Inconsistency(String key, String message) {

        /** That the activation of a layer is softmax or log-softmax, where only element-wise ones are possible. */
        static Optional<Inconsistency> ifAcrossUnits(Activation activation) {
            return activation.acrossUnits()
                    ? Optional.of(new Inconsistency(
                            "activation",
                            "must work on each element alone, is " + activation.key()
                                    + ": use linear, and an activation layer behind a flatten layer"))
                    : Optional.empty();
        }

        /** That the initializer of a bias works on matrices only. */
        static Optional<Inconsistency> ifNotForBias(InitializerSpec initializer) {
            return initializer.needsMatrix()
                    ? Optional.of(new Inconsistency(
                            "bias_initializer",
                            "must be one for vectors, is "
                                    + Catalogue.describe(((Record) initializer).getClass())
                                            .key()
                                    + ": use zeros, constant, uniform, normal or truncated_normal"))
                    : Optional.empty();
        }
    }
}
