package org.backprop.model;

/**
 * LAMB: Adam with an update for each tensor that is as large as its weights say, for large batches.
 *
 * @param learningRate step size
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running mean of its square
 * @param epsilon added to the denominator
 * @param weightDecay part of each weight that is added to its update
 */
@SpecType(
        key = "lamb",
        doc = "Adam whose update of each tensor is scaled to the norm of its weights.",
        formula = "r = m^ / (sqrt(v^) + epsilon) + weight_decay w; w = w - learning_rate |w| / |r| r, tensor by tensor",
        source = "You et al. 2020 (arXiv:1904.00962)")
public record Lamb(
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
                byDefault = "1.0e-6",
                min = 0,
                minExclusive = true)
        double epsilon,

        @SpecParameter(doc = "Part of each weight that is added to its update.", byDefault = "0.01", min = 0)
        double weightDecay)
        implements OptimizerSpec {}
