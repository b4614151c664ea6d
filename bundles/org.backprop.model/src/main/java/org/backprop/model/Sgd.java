package org.backprop.model;

import java.util.Optional;

/**
 * Stochastic gradient descent with momentum, as {@code torch.optim.SGD}. The first step sets the momentum buffer to the
 * gradient, without dampening.
 *
 * @param learningRate step size
 * @param momentum factor of the former update
 * @param dampening part of the gradient that does not enter the momentum
 * @param weightDecay L2 penalty, added to the gradient
 * @param nesterov whether to look ahead along the momentum; needs momentum above 0 and no dampening
 */
@SpecType(
        key = "sgd",
        doc = "Stochastic gradient descent, with momentum if wanted.",
        formula =
                "g = g + weight_decay w; v = momentum v + (1 - dampening) g; w = w - learning_rate v (nesterov: g + momentum v)",
        source = "torch.optim.SGD; Sutskever et al. 2013")
public record Sgd(
        @SpecParameter(doc = "Step size.", byDefault = "0.001", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(doc = "Factor of the former update.", byDefault = "0", min = 0, max = 1)
        double momentum,

        @SpecParameter(
                doc = "Part of the gradient that does not enter the momentum.",
                byDefault = "0",
                min = 0,
                max = 1)
        double dampening,

        @SpecParameter(doc = "L2 penalty, added to the gradient.", byDefault = "0", min = 0)
        double weightDecay,

        @SpecParameter(doc = "Look ahead along the momentum.", byDefault = "false")
        boolean nesterov)
        implements OptimizerSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        return nesterov && (momentum == 0 || dampening != 0)
                ? Optional.of(new Inconsistency("nesterov", "needs a momentum greater than 0 and a dampening of 0"))
                : Optional.empty();
    }
}
