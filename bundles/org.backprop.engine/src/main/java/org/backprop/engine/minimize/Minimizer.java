package org.backprop.engine.minimize;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.View;

/**
 * Minimizes an objective, one iteration at a time. Everything that it remembers from one iteration to the next is in its
 * vectors, matrices and numbers; random numbers are functions of the seed and the iteration.
 */
public interface Minimizer extends Remembering {

    /**
     * One iteration, unless there is an {@link #ending}. Before it, the objective's gradient is that of the present point;
     * after it, the gradient is unspecified.
     *
     * @param iteration number of this iteration, from 1
     * @param value the objective's value at the present point
     * @param learningRate factor of the step, for those that have one
     */
    void iterate(long iteration, double value, double learningRate);

    /** Why there are no more iterations, if there are none. */
    default Optional<Ending> ending() {
        return Optional.empty();
    }

    /** What it tells of the last iteration. */
    default List<Reading> readings() {
        return List.of();
    }

    /** The best point so far, if it may be another than the last. */
    default Optional<View> best() {
        return Optional.empty();
    }
}
