package org.backprop.engine.kernels;

/**
 * Coefficients of an Adam update, see {@link Kernels#adam}.
 *
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running mean of its square
 * @param epsilon added to the denominator
 * @param weightDecay L2 penalty that is added to the gradient or, if decoupled, part of the weights, times the learning
 *     rate, that is taken off them
 * @param decoupled whether it is AdamW (Loshchilov and Hutter 2019)
 */
public record AdamStep(double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled) {

    /** Adam with an L2 penalty. */
    public AdamStep(double beta1, double beta2, double epsilon, double weightDecay) {
        this(beta1, beta2, epsilon, weightDecay, false);
    }

    /** The part of a weight that is added to its gradient. */
    public float penalty() {
        return decoupled ? 0 : (float) weightDecay;
    }

    /** The part of a weight that is kept before the update. */
    public double kept(double learningRate) {
        return decoupled ? 1 - learningRate * weightDecay : 1;
    }
}
