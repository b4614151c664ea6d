package org.backprop.model;

/**
 * Backpropagation with momentum, and a Cauchy step of all weights on top, kept as in annealing. The best parameters are
 * the result.
 *
 * @param learningRate step size of backpropagation
 * @param momentum part of the last step of backpropagation that goes into the next
 * @param beta share of backpropagation in a step; the rest is that of the Cauchy step
 * @param temperature temperature T_max
 * @param boltzmann k: how much worse a loss may be to be accepted at a temperature
 */
@SpecType(
        key = "backprop_cauchy",
        doc = "Backpropagation with momentum combined with Cauchy annealing of all weights; on the whole training set.",
        formula =
                "v = momentum v - learning_rate (1 - momentum) g; w = w + beta v + (1 - beta) T tan(u); kept with probability exp(-c / (k T)) if the loss grows by c; T = temperature / (1 + t)",
        source = "Wasserman 1988; Wasserman 1989, chapter 6")
public record BackpropCauchy(
        @SpecParameter(doc = "Step size of backpropagation.", byDefault = "0.5", min = 0, minExclusive = true)
        double learningRate,

        @SpecParameter(
                doc = "Part of the last step of backpropagation that goes into the next.",
                byDefault = "0.9",
                min = 0,
                max = 1,
                maxExclusive = true)
        double momentum,

        @SpecParameter(
                doc = "Share of backpropagation in a step; the rest is that of the Cauchy step.",
                byDefault = "0.9",
                min = 0,
                max = 1)
        double beta,

        @SpecParameter(doc = "Temperature T_max.", byDefault = "0.1", min = 0, minExclusive = true, main = true)
        double temperature,

        @SpecParameter(
                doc = "Boltzmann's constant: how much worse a loss may be to be accepted at a temperature.",
                byDefault = "0.01",
                min = 0,
                minExclusive = true)
        double boltzmann)
        implements MinimizerSpec {}
