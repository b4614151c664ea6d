package org.backprop.model;

import java.util.Locale;

/** An activation function. */
public enum Activation {
    /** max(0, x). */
    @SpecType(
            key = "relu",
            doc = "Rectified linear unit.",
            formula = "f(x) = max(0, x)",
            source = "torch.nn.ReLU; Nair and Hinton 2010")
    RELU,
    /** 1 / (1 + exp(-x)). */
    @SpecType(
            key = "sigmoid",
            doc = "Logistic function, output between 0 and 1.",
            formula = "f(x) = 1 / (1 + exp(-x))",
            source = "torch.nn.Sigmoid")
    SIGMOID,
    /** tanh(x). */
    @SpecType(
            key = "tanh",
            doc = "Hyperbolic tangent, output between -1 and 1.",
            formula = "f(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x))",
            source = "torch.nn.Tanh")
    TANH,
    /** exp(x_i) / sum_j exp(x_j). */
    @SpecType(
            key = "softmax",
            doc = "Probabilities over the units of a sample.",
            formula = "f(x)_i = exp(x_i) / sum_j exp(x_j)",
            source = "torch.nn.Softmax")
    SOFTMAX,
    /** x_i - log sum_j exp(x_j). */
    @SpecType(
            key = "log_softmax",
            doc = "Log-probabilities over the units of a sample, as the nll loss expects.",
            formula = "f(x)_i = x_i - log(sum_j exp(x_j))",
            source = "torch.nn.LogSoftmax")
    LOG_SOFTMAX,
    /** x. */
    @SpecType(key = "linear", doc = "No function.", formula = "f(x) = x", source = "torch.nn.Identity")
    LINEAR;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in a model file. */
    public String key() {
        return key;
    }

    /** Whether an output depends on all units of the sample, not on one element. */
    public boolean acrossUnits() {
        return this == SOFTMAX || this == LOG_SOFTMAX;
    }
}
