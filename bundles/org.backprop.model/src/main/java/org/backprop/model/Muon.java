package org.backprop.model;

/**
 * Muon: orthogonalized momentum for matrices, and AdamW for vectors such as biases. The filters of a convolution count
 * as the rows of a matrix.
 *
 * @param learningRate step size
 * @param momentum decay of the running mean of the gradient
 * @param nesterov look ahead along the momentum
 * @param weightDecay part of each weight, times the learning rate, that is taken off at each step
 * @param iterations newton-Schulz iterations towards an orthogonal matrix
 * @param vectorLearningRate step size of AdamW for vectors
 */
@SpecType(
        key = "muon",
        doc = "Makes the momentum of each weight matrix orthogonal before the step; vectors are trained by AdamW.",
        formula =
                "v = momentum v + (1 - momentum) g; w = w - learning_rate (sqrt(max(1, rows / columns)) orthogonal((1 - momentum) g + momentum v) + weight_decay w)",
        source = "torch.optim.Muon (in float32 here); Jordan et al. 2024")
public record Muon(
        @SpecParameter(doc = "Step size.", byDefault = "0.001", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(
                doc = "Decay of the running mean of the gradient.",
                byDefault = "0.95",
                min = 0,
                max = 1,
                maxExclusive = true)
        double momentum,

        @SpecParameter(doc = "Look ahead along the momentum.", byDefault = "true")
        boolean nesterov,

        @SpecParameter(
                doc = "Part of each weight, times the learning rate, that is taken off at each step.",
                byDefault = "0.1",
                min = 0)
        double weightDecay,

        @SpecParameter(
                doc = "Newton-Schulz iterations towards an orthogonal matrix.",
                byDefault = "5",
                min = 1,
                max = 100)
        int iterations,

        @SpecParameter(doc = "Step size of AdamW for vectors.", byDefault = "0.001", min = 0, minExclusive = true)
        double vectorLearningRate)
        implements OptimizerSpec {}
