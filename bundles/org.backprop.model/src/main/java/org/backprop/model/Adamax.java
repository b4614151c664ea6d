package org.backprop.model;

/**
 * Adam with the infinity norm, as {@code torch.optim.Adamax}.
 *
 * @param learningRate step size
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running maximum
 * @param epsilon added to the denominator
 * @param weightDecay L2 penalty, added to the gradient
 */
@SpecType(
        key = "adamax",
        doc = "Adam with a running maximum in place of the running mean square.",
        formula =
                "m = beta1 m + (1 - beta1) g; u = max(beta2 u, |g| + epsilon); w = w - learning_rate / (1 - beta1^t) m / u",
        source = "torch.optim.Adamax; Kingma and Ba 2015, section 7.1")
public record Adamax(
        @SpecParameter(doc = "Step size.", byDefault = "0.002", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(
                doc = "Decay of the running mean of the gradient.",
                byDefault = "0.9",
                min = 0,
                max = 1,
                maxExclusive = true)
        double beta1,

        @SpecParameter(
                doc = "Decay of the running maximum.",
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
        double weightDecay)
        implements OptimizerSpec {}
