package org.backprop.model;

/**
 * Adam with decoupled weight decay, as {@code torch.optim.AdamW}.
 *
 * @param learningRate step size
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running mean of its square
 * @param epsilon added to the denominator
 * @param weightDecay part of each weight, times the learning rate, that is taken off at each step
 * @param amsgrad divide by the greatest mean square so far
 */
@SpecType(
        key = "adamw",
        doc = "Adam whose weight decay does not pass through the running means.",
        formula = "w = w - learning_rate weight_decay w, then as adam",
        source = "torch.optim.AdamW; Loshchilov and Hutter 2019")
public record AdamW(
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

        @SpecParameter(
                doc = "Part of each weight, times the learning rate, that is taken off at each step.",
                byDefault = "0.01",
                min = 0)
        double weightDecay,

        @SpecParameter(doc = "Divide by the greatest mean square so far.", byDefault = "false")
        boolean amsgrad)
        implements OptimizerSpec {}
