package org.backprop.model;

/**
 * Averaged stochastic gradient descent, as {@code torch.optim.ASGD}: the weights train on, their running average is the
 * slot {@code ax}.
 *
 * @param learningRate step size
 * @param lambda decay of weights and step size
 * @param alpha power of the decay of the step size
 * @param start step from which the weights are averaged
 * @param weightDecay L2 penalty, added to the gradient
 */
@SpecType(
        key = "asgd",
        doc = "Gradient descent with a decaying step that also keeps the average of the weights.",
        formula =
                "eta_t = learning_rate / (1 + lambda learning_rate (t - 1))^alpha; w = w (1 - lambda eta_t) - eta_t g",
        source = "torch.optim.ASGD; Polyak and Juditsky 1992; Bottou 2010")
public record Asgd(
        @SpecParameter(doc = "Step size.", byDefault = "0.01", min = 0, minExclusive = true, main = true)
        double learningRate,

        @SpecParameter(doc = "Decay of weights and step size.", byDefault = "1.0e-4", min = 0)
        double lambda,

        @SpecParameter(doc = "Power of the decay of the step size.", byDefault = "0.75", min = 0)
        double alpha,

        @SpecParameter(
                doc = "Step from which the weights are averaged.",
                byDefault = "1000000",
                min = 0,
                unit = "steps")
        double start,

        @SpecParameter(doc = "L2 penalty, added to the gradient.", byDefault = "0", min = 0)
        double weightDecay)
        implements OptimizerSpec {}
