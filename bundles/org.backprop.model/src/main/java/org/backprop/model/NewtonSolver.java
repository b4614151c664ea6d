package org.backprop.model;

/** How {@link Newton} solves for its direction. */
public enum NewtonSolver {
    /** Cholesky up to {@link MinimizerSpec#MOST_DENSE} parameters, conjugate gradients beyond. */
    AUTO,
    /** Factorization of the whole Hessian. */
    CHOLESKY,
    /** Conjugate gradients on Hessian-vector products, without the Hessian. */
    CONJUGATE_GRADIENT
}
