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
    /** x, or 0.01 x where x is negative. */
    @SpecType(
            key = "leaky_relu",
            doc = "Rectified linear unit with a slope of 0.01 below zero.",
            formula = "f(x) = max(0, x) + 0.01 min(0, x)",
            source = "torch.nn.LeakyReLU; Maas, Hannun, Ng 2013")
    LEAKY_RELU,
    /** min(max(0, x), 6). */
    @SpecType(
            key = "relu6",
            doc = "Rectified linear unit that ends at 6.",
            formula = "f(x) = min(max(0, x), 6)",
            source = "torch.nn.ReLU6; Howard et al. 2017")
    RELU6,
    /** x, or exp(x) - 1 where x is negative. */
    @SpecType(
            key = "elu",
            doc = "Exponential linear unit.",
            formula = "f(x) = max(0, x) + min(0, exp(x) - 1)",
            source = "torch.nn.ELU; Clevert, Unterthiner, Hochreiter 2016")
    ELU,
    /** scaled elu. */
    @SpecType(
            key = "selu",
            doc = "Scaled exponential linear unit, which keeps mean 0 and variance 1 through deep networks.",
            formula = "f(x) = 1.0507 (max(0, x) + min(0, 1.6733 (exp(x) - 1)))",
            source = "torch.nn.SELU; Klambauer et al. 2017")
    SELU,
    /** elu, continuously differentiable. */
    @SpecType(
            key = "celu",
            doc = "Continuously differentiable exponential linear unit (at alpha 1 the same as elu).",
            formula = "f(x) = max(0, x) + min(0, exp(x) - 1)",
            source = "torch.nn.CELU; Barron 2017")
    CELU,
    /** x times the normal distribution function. */
    @SpecType(
            key = "gelu",
            doc = "Gaussian error linear unit.",
            formula = "f(x) = x (1 + erf(x / sqrt(2))) / 2",
            source = "torch.nn.GELU; Hendrycks and Gimpel 2016")
    GELU,
    /** x sigmoid(x). */
    @SpecType(
            key = "silu",
            doc = "Sigmoid linear unit, also called swish.",
            formula = "f(x) = x / (1 + exp(-x))",
            source = "torch.nn.SiLU; Elfwing, Uchibe, Doya 2018")
    SILU,
    /** x tanh(softplus(x)). */
    @SpecType(
            key = "mish",
            doc = "Smooth, not monotonic unit.",
            formula = "f(x) = x tanh(log(1 + exp(x)))",
            source = "torch.nn.Mish; Misra 2019")
    MISH,
    /** log(1 + exp(x)). */
    @SpecType(
            key = "softplus",
            doc = "Smooth rectified linear unit.",
            formula = "f(x) = log(1 + exp(x))",
            source = "torch.nn.Softplus; Dugas et al. 2001")
    SOFTPLUS,
    /** x / (1 + |x|). */
    @SpecType(
            key = "softsign",
            doc = "Sign-like function with slow tails, output between -1 and 1.",
            formula = "f(x) = x / (1 + |x|)",
            source = "torch.nn.Softsign; Bergstra et al. 2009")
    SOFTSIGN,
    /** min(max(0, x + 3), 6) / 6. */
    @SpecType(
            key = "hard_sigmoid",
            doc = "Sigmoid made of straight lines.",
            formula = "f(x) = min(max(0, x + 3), 6) / 6",
            source = "torch.nn.Hardsigmoid; Howard et al. 2019")
    HARD_SIGMOID,
    /** min(max(-1, x), 1). */
    @SpecType(
            key = "hard_tanh",
            doc = "Hyperbolic tangent made of straight lines.",
            formula = "f(x) = min(max(-1, x), 1)",
            source = "torch.nn.Hardtanh; Collobert 2004")
    HARD_TANH,
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
