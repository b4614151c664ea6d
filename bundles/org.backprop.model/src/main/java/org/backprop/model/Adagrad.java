package org.backprop.model;

/**
 * Adagrad, as {@code torch.optim.Adagrad}.
 *
 * @param learningRate step size
 * @param learningRateDecay decay of the step size with the number of the step
 * @param weightDecay L2 penalty, added to the gradient
 * @param initialAccumulator sum of squares to begin with
 * @param epsilon added to the denominator
 */
@SpecType(
        key = "adagrad",
        doc = "A step size for each parameter that shrinks with the sum of its squared gradients.",
        formula = "s = s + g^2; w = w - learning_rate / (1 + (t - 1) learning_rate_decay) g / (sqrt(s) + epsilon)",
        source = "torch.optim.Adagrad; Duchi, Hazan, Singer 2011")
public record Adagrad(
        @SpecParameter(doc = "Step size.", byDefault = "0.01", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(doc = "Decay of the step size with the number of the step.", byDefault = "0", min = 0)
        double learningRateDecay,

        @SpecParameter(doc = "L2 penalty, added to the gradient.", byDefault = "0", min = 0)
        double weightDecay,

        @SpecParameter(doc = "Sum of squares to begin with.", byDefault = "0", min = 0)
        double initialAccumulator,

        @SpecParameter(
                doc = "Added to the denominator for stability.",
                byDefault = "1.0e-10",
                min = 0,
                minExclusive = true)
        double epsilon)
        implements OptimizerSpec {}
