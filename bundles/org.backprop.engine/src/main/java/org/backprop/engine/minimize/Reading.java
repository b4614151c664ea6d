package org.backprop.engine.minimize;

import java.util.function.DoubleSupplier;

/**
 * Something that a minimizer tells of its last iteration, to be recorded.
 *
 * @param tag name of the curve, such as {@code temperature}
 * @param value NaN if the iteration had none
 */
public record Reading(String tag, DoubleSupplier value) {

    /** How often a line search evaluated the objective. */
    static Reading evaluations(Line line) {
        return new Reading("line_search/evaluations", line::evaluations);
    }

    /** The temperature of an annealing. */
    static Reading temperature(DoubleSupplier value) {
        return new Reading("temperature", value);
    }

    /** What was added to the diagonal of the Gauss-Newton matrix. */
    static Reading damping(DoubleSupplier value) {
        return new Reading("damping", value);
    }
}
