package org.backprop.model;

/**
 * AdaBelief: Adam that divides by how far gradients stray from their running mean.
 *
 * @param learningRate step size
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running variance
 * @param epsilon added to the denominator
 * @param weightDecay part of each weight, times the learning rate, that is taken off at each step
 */
@SpecType(
        key = "adabelief",
        doc = "Adam with the variance of the gradient around its running mean in place of its mean square.",
        formula =
                "s = beta2 s + (1 - beta2) (g - m)^2 + epsilon; w = w - learning_rate (m / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)",
        source = "Zhuang et al. 2020 (arXiv:2010.07468)")
public record AdaBelief(
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
                doc = "Decay of the running variance.",
                byDefault = "0.999",
                min = 0,
                max = 1,
                maxExclusive = true)
        double beta2,

        @SpecParameter(
                doc = "Added to the denominator for stability.",
                byDefault = "1.0e-16",
                min = 0,
                minExclusive = true)
        double epsilon,

        @SpecParameter(
                doc = "Part of each weight, times the learning rate, that is taken off at each step.",
                byDefault = "0",
                min = 0)
        double weightDecay)
        implements OptimizerSpec {}
