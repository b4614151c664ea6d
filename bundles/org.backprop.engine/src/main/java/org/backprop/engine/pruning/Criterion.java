package org.backprop.engine.pruning;

import java.util.List;

import org.backprop.engine.network.WeightLayer;

/** Tells which weights matter. */
interface Criterion {

    /**
     * The saliency of each element of the flat parameter vector; where units are removed, all weights of a unit have the same.
     * Those of elements that are removed, and of other layers, are not used.
     *
     * @throws PruneException if it cannot be measured; the message says why
     */
    float[] measure(Measurement measurement) throws PruneException;

    /** Whether it can prune a layer. */
    default boolean canPrune(WeightLayer layer) {
        return true;
    }

    /**
     * Checks whether it can measure some layers, as far as that is known before.
     *
     * @throws PruneException if it cannot
     */
    default void check(List<WeightLayer> layers) throws PruneException {}

    /** What it can prune, for people. */
    default String target() {
        return "layers with weights";
    }

    /** Whether it removes whole units. */
    default boolean removesUnits() {
        return false;
    }

    /**
     * Changes weights that stay, for those that go; called after {@link #measure} of the same measurement.
     *
     * @param next the mask afterwards
     * @param weights the flat parameter vector, to be changed
     */
    default void compensate(Measurement measurement, float[] next, float[] weights) {}
}
