package org.backprop.model;

/**
 * Adam that never lets a step size grow again, as {@code torch.optim.Adam} with {@code amsgrad=True}.
 *
 * @param learningRate step size
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running mean of its square
 * @param epsilon added to the denominator
 * @param weightDecay L2 penalty, added to the gradient
 */
@SpecType(
        key = "amsgrad",
        doc = "Adam that divides by the greatest running mean square so far.",
        formula = "as adam with max(v_1, ..., v_t) instead of v",
        source = "torch.optim.Adam(amsgrad=True); Reddi, Kale, Kumar 2018")
public record Amsgrad(
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
        double weightDecay)
        implements OptimizerSpec {}
