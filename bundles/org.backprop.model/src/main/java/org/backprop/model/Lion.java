package org.backprop.model;

/**
 * Lion: evolved sign momentum.
 *
 * @param learningRate step size
 * @param beta1 part of the momentum in an update
 * @param beta2 decay of the momentum
 * @param weightDecay part of each weight, times the learning rate, that is taken off at each step
 */
@SpecType(
        key = "lion",
        doc = "Takes the sign of a momentum, so that all updates have the same size.",
        formula = "w = w - learning_rate (sign(beta1 m + (1 - beta1) g) + weight_decay w); m = beta2 m + (1 - beta2) g",
        source = "Chen et al. 2023 (arXiv:2302.06675)")
public record Lion(
        @SpecParameter(doc = "Step size.", byDefault = "0.0001", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(
                doc = "Part of the momentum in an update.",
                byDefault = "0.9",
                min = 0,
                max = 1,
                maxExclusive = true)
        double beta1,

        @SpecParameter(doc = "Decay of the momentum.", byDefault = "0.99", min = 0, max = 1, maxExclusive = true)
        double beta2,

        @SpecParameter(
                doc = "Part of each weight, times the learning rate, that is taken off at each step.",
                byDefault = "0",
                min = 0)
        double weightDecay)
        implements OptimizerSpec {}
