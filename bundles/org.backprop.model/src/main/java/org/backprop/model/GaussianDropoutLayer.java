package org.backprop.model;

/**
 * Multiplicative noise with the mean and variance of dropout's: in training each element is multiplied by a normally
 * distributed number; a prediction hands its input on.
 *
 * @param rate the probability of dropping an element that gives dropout the same variance, in [0, 1)
 */
@SpecType(
        key = "gaussian_dropout",
        doc = "In training, multiplies each element by normally distributed noise around 1.",
        formula = "y = x (1 + sqrt(rate / (1 - rate)) z), z ~ N(0, 1)",
        source = "keras.layers.GaussianDropout; Srivastava et al. 2014, section 10")
public record GaussianDropoutLayer(
        @SpecParameter(
                doc = "Probability of dropping an element in a dropout of the same variance, rate / (1 - rate).",
                byDefault = "0.5",
                min = 0,
                max = 1,
                maxExclusive = true,
                main = true)
        double rate)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) {
        return in;
    }
}
