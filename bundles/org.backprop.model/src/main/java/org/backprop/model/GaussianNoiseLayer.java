package org.backprop.model;

/**
 * Additive noise: in training a normally distributed number is added to each element; a prediction hands its input on.
 *
 * @param standardDeviation that of the noise
 */
@SpecType(
        key = "gaussian_noise",
        doc = "In training, adds normally distributed noise to each element.",
        formula = "y = x + standard_deviation z, z ~ N(0, 1)",
        source =
                "keras.layers.GaussianNoise; Bishop 1995: Training with noise is equivalent to Tikhonov regularization")
public record GaussianNoiseLayer(
        @SpecParameter(
                doc = "Standard deviation of the noise.",
                byDefault = "0.1",
                min = 0,
                max = 1_000_000,
                main = true)
        double standardDeviation)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) {
        return in;
    }
}
