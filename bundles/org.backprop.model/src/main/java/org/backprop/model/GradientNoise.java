package org.backprop.model;

/**
 * Normally distributed noise on the gradient that fades. Neelakantan et al.: "Adding gradient noise improves learning
 * for very deep networks", 2015. It is added after clipping.
 *
 * @param eta variance at the first update
 * @param gamma exponent of the decay
 */
@SpecType(
        key = "gradient_noise",
        doc = "Normally distributed noise on the gradient that fades.",
        formula = "g = g + N(0, sigma^2), sigma^2 = eta / (1 + t)^gamma, t updates before this one",
        source = "arXiv:1511.06807")
public record GradientNoise(
        @SpecParameter(doc = "Variance at the first update.", byDefault = "0.01", min = 0, minExclusive = true)
        double eta,

        @SpecParameter(doc = "Exponent of the decay.", byDefault = "0.55", min = 0)
        double gamma) {}
