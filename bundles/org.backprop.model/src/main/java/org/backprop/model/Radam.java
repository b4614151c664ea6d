package org.backprop.model;

/**
 * Rectified Adam, as {@code torch.optim.RAdam}.
 *
 * @param learningRate step size
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running mean of its square
 * @param epsilon added to the denominator
 * @param weightDecay L2 penalty, added to the gradient
 * @param decoupledWeightDecay take the decay off the weights, as AdamW, instead of adding it to the gradient
 */
@SpecType(
        key = "radam",
        doc = "Adam that starts with plain momentum until its mean square can be trusted.",
        formula =
                "rho_t = 2 / (1 - beta2) - 1 - 2 t beta2^t / (1 - beta2^t); adaptive with factor r_t where rho_t > 5, else w = w - learning_rate m / (1 - beta1^t)",
        source = "torch.optim.RAdam; Liu et al. 2020")
public record Radam(
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

        @SpecParameter(
                doc = "Take the decay off the weights, as AdamW, instead of adding it to the gradient.",
                byDefault = "false")
        boolean decoupledWeightDecay)
        implements OptimizerSpec {}
