package org.backprop.model;

/** How the diagonal of a Hessian is computed. */
public enum DiagonalEstimator {
    /** LeCun's recursion: second derivatives are sent back through the layers, as gradients are. */
    RECURSION,
    /** The mean of {@code u * H u} over vectors u of random signs (Hutchinson 1990). */
    HUTCHINSON
}
