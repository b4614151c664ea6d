package org.backprop.engine.train;

import java.util.Map;
import java.util.Optional;

import org.backprop.model.Metric;

/** A reason to end a training before its last epoch. */
interface StoppingRule {

    /** The metric that it needs, if any. */
    default Optional<Metric> metric() {
        return Optional.empty();
    }

    /** The training begins or goes on. */
    default void start() {}

    /** The training was kept waiting. */
    default void waited(long nanos) {}

    /** An epoch was evaluated. */
    default void endEpoch(EpochResult epoch) {}

    /** Weights were removed: what came before no longer counts. */
    default void weightsRemoved() {}

    /** Whether it applies while weights are still to be removed. */
    default boolean appliesWhilePruning() {
        return false;
    }

    /** Whether to end now. Allocates nothing. */
    boolean isOver();

    /** Why it ended. */
    String message();

    /** What must be kept to go on later, by name. */
    Map<String, Double> state();

    /** Goes on from a state; what it does not have stays as it is. */
    void restore(Map<String, Double> state);
}
