package org.backprop.engine.losses;

import org.backprop.engine.kernels.formula.Term;

/** What one output contributes to a loss, and the derivative of that with respect to the output. */
interface ElementFormula {

    /** The contribution. */
    Term value(Term output, Term target);

    /** Its derivative. */
    Term slope(Term output, Term target);
}
