package org.backprop.model;

/**
 * RMSprop, as {@code torch.optim.RMSprop}: epsilon is added outside of the square root.
 *
 * @param learningRate step size
 * @param alpha decay of the running mean of the squared gradient
 * @param epsilon added to the denominator
 * @param weightDecay L2 penalty, added to the gradient
 * @param momentum factor of the former update
 * @param centered divide by the standard deviation of the gradient, not its root mean square
 */
@SpecType(
        key = "rmsprop",
        doc = "Divides each gradient by a running root of its mean square.",
        formula =
                "s = alpha s + (1 - alpha) g^2; w = w - learning_rate g / (sqrt(s) + epsilon) (centered: s - mean(g)^2; with momentum: v = momentum v + g / ...)",
        source = "torch.optim.RMSprop; Tieleman and Hinton 2012; Graves 2013 (centered)")
public record Rmsprop(
        @SpecParameter(doc = "Step size.", byDefault = "0.01", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(
                doc = "Decay of the running mean of the squared gradient.",
                byDefault = "0.99",
                min = 0,
                max = 1,
                maxExclusive = true)
        double alpha,

        @SpecParameter(
                doc = "Added to the denominator for stability.",
                byDefault = "1.0e-8",
                min = 0,
                minExclusive = true)
        double epsilon,

        @SpecParameter(doc = "L2 penalty, added to the gradient.", byDefault = "0", min = 0)
        double weightDecay,

        @SpecParameter(doc = "Factor of the former update.", byDefault = "0", min = 0, max = 1)
        double momentum,

        @SpecParameter(
                doc = "Divide by the standard deviation of the gradient, not its root mean square.",
                byDefault = "false")
        boolean centered)
        implements OptimizerSpec {}
