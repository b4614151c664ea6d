package org.backprop.model;

/**
 * Adadelta, as {@code torch.optim.Adadelta}.
 *
 * @param learningRate step size
 * @param rho decay of the running means of squares
 * @param epsilon added to the denominator
 * @param weightDecay L2 penalty, added to the gradient
 */
@SpecType(
        key = "adadelta",
        doc = "Scales each update by the ratio of the typical update to the typical gradient.",
        formula =
                "s = rho s + (1 - rho) g^2; d = sqrt(u + epsilon) / sqrt(s + epsilon) g; u = rho u + (1 - rho) d^2; w = w - learning_rate d",
        source = "torch.optim.Adadelta; Zeiler 2012")
public record Adadelta(
        @SpecParameter(doc = "Step size.", byDefault = "1.0", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(doc = "Decay of the running means of squares.", byDefault = "0.9", min = 0, max = 1)
        double rho,

        @SpecParameter(
                doc = "Added to the denominator for stability.",
                byDefault = "1.0e-6",
                min = 0,
                minExclusive = true)
        double epsilon,

        @SpecParameter(doc = "L2 penalty, added to the gradient.", byDefault = "0", min = 0)
        double weightDecay)
        implements OptimizerSpec {}
