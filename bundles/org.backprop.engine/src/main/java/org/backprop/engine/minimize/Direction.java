package org.backprop.engine.minimize;

import java.util.Map;

import org.backprop.engine.kernels.View;

/** Where a {@link DescentMinimizer} goes. */
interface Direction {

    /**
     * Writes the direction in which to go from the present point. It need not lead downwards.
     *
     * @param gradient at the present point
     */
    void find(View gradient, View direction);

    /**
     * The step length to try first.
     *
     * @param slope inner product of gradient and direction
     * @param cautious a step length that is rather too short
     */
    double firstStep(double slope, double cautious);

    /** Whether {@link #learn} wants the change of the gradient. */
    default boolean learns() {
        return false;
    }

    /**
     * Takes note of the step that was made.
     *
     * @param change of the point
     * @param gradientChange change of the gradient
     */
    default void learn(View change, View gradientChange) {}

    /** Takes note of the step length that was found. */
    default void stepped(double step, double slope) {}

    /** Starts from the beginning: the direction did not lead downwards. */
    default void forget() {}

    /** As {@link Minimizer#vectors}. */
    default Map<String, View> vectors() {
        return Map.of();
    }

    /** As {@link Minimizer#matrices}. */
    default Map<String, View> matrices() {
        return Map.of();
    }

    /** As {@link Minimizer#numbers}. */
    default Map<String, Double> numbers() {
        return Map.of();
    }

    /** As {@link Minimizer#restore}. */
    default void restore(Map<String, Double> numbers) {}
}
