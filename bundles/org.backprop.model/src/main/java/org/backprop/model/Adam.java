package org.backprop.model;

/**
 * Adam, as {@code torch.optim.Adam}: bias-corrected, epsilon added outside of the square root, weight decay as an L2
 * penalty on the gradient.
 *
 * @param learningRate step size
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running mean of its square
 * @param epsilon added to the denominator
 * @param weightDecay L2 penalty, added to the gradient
 * @param amsgrad whether to divide by the greatest mean square so far
 */
@SpecType(
        key = "adam",
        doc = "Adaptive moment estimation: a step size for each parameter.",
        formula = "m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2;"
                + " w = w - learning_rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)",
        source = "torch.optim.Adam; Kingma and Ba 2015")
public record Adam(
        @SpecParameter(doc = "Step size.", byDefault = "0.001", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(
                doc = "Decay of the running mean of the gradient.",
                byDefault = "0.9",
                min = 0,
                max = 1,
                maxExclusive = true)
        double beta1,

        @SpecParameter(
                doc = "Decay of the running mean of the squared gradient.",
                byDefault = "0.999",
                min = 0,
                max = 1,
                maxExclusive = true)
        double beta2,

        @SpecParameter(
                doc = "Added to the denominator for stability.",
                byDefault = "1.0e-8",
                min = 0,
                minExclusive = true)
        double epsilon,

        @SpecParameter(doc = "L2 penalty, added to the gradient.", byDefault = "0", min = 0)
        double weightDecay,

        @SpecParameter(doc = "Divide by the greatest mean square so far.", byDefault = "false")
        boolean amsgrad)
        implements OptimizerSpec {

    /** Adam without amsgrad. */
    public Adam(double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
        this(learningRate, beta1, beta2, epsilon, weightDecay, false);
    }
}
