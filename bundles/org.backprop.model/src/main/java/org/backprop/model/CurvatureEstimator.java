package org.backprop.model;

/** How the diagonal of the Hessian is estimated. */
public enum CurvatureEstimator {
    /** {@code u * H u} for a vector u of random signs (Hutchinson 1990). */
    HUTCHINSON,
    /** The squared gradient for labels drawn from the network's predictions. */
    GAUSS_NEWTON_BARTLETT
}
