package org.backprop.engine.minimize;

import org.backprop.model.BacktrackingLineSearch;
import org.backprop.model.LineSearchSpec;
import org.backprop.model.StrongWolfeLineSearch;

/** Finds a step along a line on which the objective falls. Allocates nothing. */
interface LineSearch {

    /** The implementation of a line search of a model. */
    static LineSearch of(LineSearchSpec spec) {
        return switch (spec) {
            case BacktrackingLineSearch backtracking -> new Backtracking(backtracking);
            case StrongWolfeLineSearch wolfe -> new StrongWolfe(wolfe);
        };
    }

    /**
     * A step length with a lower value than that at the start; the point is then there.
     *
     * @param first the step length to try first
     * @return 0 if there is none; then the point is the start
     */
    double search(Line line, double first);
}
