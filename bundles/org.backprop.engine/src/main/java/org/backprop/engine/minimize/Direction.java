package org.backprop.engine.minimize;

import org.backprop.engine.kernels.View;

/** Where a {@link DescentMinimizer} goes. */
interface Direction extends Remembering {

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
}
