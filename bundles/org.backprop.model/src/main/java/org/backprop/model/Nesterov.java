package org.backprop.model;

/**
 * Nesterov's accelerated gradient in the form of {@code torch.optim.SGD} with {@code nesterov=True}.
 *
 * @param learningRate step size
 * @param momentum factor of the former update
 * @param weightDecay L2 penalty, added to the gradient
 */
@SpecType(
        key = "nesterov",
        doc = "Accelerated gradient: momentum that looks ahead.",
        formula = "v = momentum v + g; w = w - learning_rate (g + momentum v)",
        source = "torch.optim.SGD; Nesterov 1983; Sutskever et al. 2013")
public record Nesterov(
        @SpecParameter(doc = "Step size.", byDefault = "0.001", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(doc = "Factor of the former update.", byDefault = "0.9", min = 0, minExclusive = true, max = 1)
        double momentum,

        @SpecParameter(doc = "L2 penalty, added to the gradient.", byDefault = "0", min = 0)
        double weightDecay)
        implements OptimizerSpec {}
