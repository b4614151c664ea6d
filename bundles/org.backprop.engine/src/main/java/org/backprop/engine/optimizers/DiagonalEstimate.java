package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.View;

/** Estimates of the diagonal of the Hessian at the batch and parameters of the update under way. */
public interface DiagonalEstimate {

    /** See {@link org.backprop.engine.curvature.Curvature#hutchinson}. */
    void hutchinson(long draw, View result);

    /** See {@link org.backprop.engine.curvature.Curvature#gaussNewtonBartlett}. */
    void gaussNewtonBartlett(long draw, View result);
}
