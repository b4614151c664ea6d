package org.backprop.model;

import java.util.Optional;

/**
 * Gradient descent with a step size that each epoch takes from the last two, by Barzilai and Borwein's rule.
 *
 * @param learningRate step size of the first two epochs, of which nothing can be told yet
 * @param beta weight of the newest gradient in the running mean over an epoch; by default 10 / T with T updates in an
 *     epoch, but at most 1/2
 * @param maxGrowth greatest ratio of a step size to the one before; without a bound, noise can make a step of any size
 */
@SpecType(
        key = "sgd_bb",
        doc = "Gradient descent that computes its step size anew for each epoch from how weights and gradient changed.",
        formula =
                "a = beta g + (1 - beta) a; after an epoch of T updates s = (w - w_before) / T, y = a - a_before, learning_rate = min(|s|^2 / |s y|, max_growth learning_rate)",
        source = "Tan, Ma, Dai, Qian 2016 (arXiv:1605.04131), algorithm 2 without smoothing")
public record SgdBb(
        @SpecParameter(
                doc = "Step size of the first two epochs.",
                byDefault = "0.01",
                min = 0,
                minExclusive = true,
                main = true)
        double learningRate,

        @SpecParameter(
                doc =
                        "Weight of the newest gradient in an epoch's mean; by default 10 / updates in an epoch, at most 0.5.",
                byDefault = "",
                min = 0,
                minExclusive = true,
                max = 1)
        Optional<Double> beta,

        @SpecParameter(
                doc = "Greatest ratio of a step size to the one before, which noise could exceed without bound.",
                byDefault = "1.1",
                min = 1,
                minExclusive = true)
        double maxGrowth)
        implements OptimizerSpec {}
