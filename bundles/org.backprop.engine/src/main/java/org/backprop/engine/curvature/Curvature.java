package org.backprop.engine.curvature;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Plan;

/**
 * Second derivatives of the loss of one batch with respect to the parameters that are trained. All vectors are {@code [1,
 * N]}, in the order of the flat parameter vector, allocated by the network's kernels.
 */
public interface Curvature {

    /**
     * Chooses where to look: at the batch that a plan holds, the network's present parameters and statistics, and the random
     * masks of a pass. To be called before the others, and again when any of them has changed. The plan, its activations
     * and the gradient stay as they are.
     */
    void at(Plan plan, Pass pass);

    /** The product {@code H v} of the Hessian with a direction, exact but for rounding (Pearlmutter 1994). */
    void hessianProduct(View direction, View result);

    /**
     * The product {@code G v} of the generalized Gauss-Newton matrix {@code G = J^T H_L J} with a direction, where J is the
     * Jacobian of the outputs and H_L the Hessian of the loss with respect to them (Schraudolph 2002). It is positive
     * semidefinite where the loss is convex in the outputs.
     */
    void gaussNewtonProduct(View direction, View result);

    /**
     * The diagonal of the Hessian by the recursion of LeCun, Denker and Solla (Optimal Brain Damage, 1990): second
     * derivatives are sent back through the layers as gradients are, with squared weights and squared slopes.
     *
     * @throws UnsupportedOperationException if a layer has no such recursion; the message names it and the alternative
     */
    void diagonal(View result);

    /**
     * Hutchinson's estimate of the diagonal of the Hessian, {@code u * H u} for one vector u of random signs, as Sophia uses
     * it (Liu et al. 2023); its mean over many draws is the diagonal.
     *
     * @param draw number of the draw: the same seed and number give the same estimate
     */
    void hutchinson(long seed, long draw, View result);

    /**
     * The Gauss-Newton-Bartlett estimate of the diagonal, {@code n g * g}, where g is the mean gradient of the batch for
     * labels drawn from the network's own predictions (Liu et al. 2023); never negative.
     *
     * @param draw number of the draw: the same seed and number give the same estimate
     * @throws UnsupportedOperationException if the loss takes no labels; the message names the alternative
     */
    void gaussNewtonBartlett(long seed, long draw, View result);
}
