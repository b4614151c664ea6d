package org.backprop.model;

/**
 * Adafactor: Adam without momentum, whose second moments of a matrix are those of its rows and columns, with steps that
 * are relative to the weights. Kernels of convolutions are factored along their last two dimensions.
 *
 * @param learningRate greatest relative step size; it falls with {@code 1 / sqrt(t)}
 * @param beta2Decay exponent of the weight {@code t^beta2_decay} of the newest square in the running mean
 * @param epsilon1 lower bound of the root of the second moment
 * @param epsilon2 lower bound of the root mean square of the weights that a step is relative to
 * @param clipping greatest root mean square of an update before scaling ({@code d} in PyTorch)
 * @param weightDecay part of each weight, times the learning rate, that is taken off at each step
 */
@SpecType(
        key = "adafactor",
        doc = "Adam without momentum, with second moments by rows and columns and steps relative to the weights.",
        formula =
                "r, c = running means of g^2 by row and column; u = g / sqrt(r c / mean(r)); w = w - max(epsilon2, rms(w)) min(learning_rate, 1 / sqrt(t)) u / max(1, rms(u) / clipping)",
        source = "torch.optim.Adafactor; Shazeer, Stern 2018 (arXiv:1804.04235)")
public record Adafactor(
        @SpecParameter(
                doc = "Greatest step size relative to the weights; it falls with 1 / sqrt(t).",
                byDefault = "0.01",
                min = 0,
                minExclusive = true,
                main = true)
        double learningRate,

        @SpecParameter(
                doc = "Exponent of the weight t^beta2_decay of the newest squared gradient.",
                byDefault = "-0.8",
                max = 0)
        double beta2Decay,

        @SpecParameter(
                doc = "Lower bound of the root of the second moment.",
                byDefault = "1.1920929e-7",
                min = 1e-18,
                max = 1)
        double epsilon1,

        @SpecParameter(
                doc = "Lower bound of the root mean square of the weights that a step is relative to.",
                byDefault = "0.001",
                min = 0)
        double epsilon2,

        @SpecParameter(doc = "Greatest root mean square of an update before scaling.", byDefault = "1", min = 1)
        double clipping,

        @SpecParameter(
                doc = "Part of each weight, times the learning rate, that is taken off at each step.",
                byDefault = "0",
                min = 0)
        double weightDecay)
        implements OptimizerSpec {}
