package org.backprop.model;

/**
 * Adam with Nesterov momentum, as {@code torch.optim.NAdam}.
 *
 * @param learningRate step size
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running mean of its square
 * @param epsilon added to the denominator
 * @param weightDecay L2 penalty, added to the gradient
 * @param momentumDecay how fast the momentum grows to beta1
 * @param decoupledWeightDecay take the decay off the weights, as AdamW, instead of adding it to the gradient
 */
@SpecType(
        key = "nadam",
        doc = "Adam that looks ahead along the momentum.",
        formula =
                "mu_t = beta1 (1 - 0.5 0.96^(t momentum_decay)); w = w - learning_rate (mu_(t+1) m / (1 - prod mu_1..t+1) + (1 - mu_t) g / (1 - prod mu_1..t)) / (sqrt(v / (1 - beta2^t)) + epsilon)",
        source = "torch.optim.NAdam; Dozat 2016")
public record Nadam(
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

        @SpecParameter(doc = "How fast the momentum grows to beta1.", byDefault = "0.004", min = 0)
        double momentumDecay,

        @SpecParameter(
                doc = "Take the decay off the weights, as AdamW, instead of adding it to the gradient.",
                byDefault = "false")
        boolean decoupledWeightDecay)
        implements OptimizerSpec {}
