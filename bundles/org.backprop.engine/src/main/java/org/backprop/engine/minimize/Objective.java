package org.backprop.engine.minimize;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * A function of a vector that is to be minimized. The vector is changed in place, by the kernels. All vectors are {@code [1,
 * N]}.
 */
public interface Objective {

    /** The kernels that hold the vectors. */
    Kernels kernels();

    /** The present point. */
    View point();

    /** Where {@link #valueAndGradient} leaves the gradient. */
    View gradient();

    /** The value at the present point; NaN or infinite where it is not defined. The gradient is unspecified afterwards. */
    double value();

    /** The value at the present point, and its gradient. */
    double valueAndGradient();

    /**
     * The product of the Hessian at the present point with a direction. Point and gradient stay as they are.
     *
     * @param result another vector than the direction
     */
    void hessianProduct(View direction, View result);

    /** The product of the generalized Gauss-Newton matrix with a direction; as {@link #hessianProduct}. */
    void gaussNewtonProduct(View direction, View result);

    /** The gradient, at the present point, of the part of the objective that the next one has in common with it. */
    void sharedGradient(View result);

    /** To be called when the point has changed, before products are asked for. */
    void pointChanged();

    /** Whether an element of the point may be changed; the gradient of others is 0. */
    default boolean isFree(long element) {
        return true;
    }

    /** Sets the elements of a vector to 0 that belong to those of the point that may not be changed. */
    default void project(View vector) {}
}
