package org.backprop.model;

/**
 * Dropout of whole channels of an image {@code [channels, height, width]}, that is of the first dimension: what remains
 * is scaled by {@code 1 / (1 - rate)}.
 *
 * @param rate probability of dropping a channel
 */
@SpecType(
        key = "spatial_dropout",
        doc = "In training, sets whole channels of a sample to 0 with probability rate and scales the others up.",
        formula = "y[c, i, j] = x[c, i, j] m[c] / (1 - rate), m ~ Bernoulli(1 - rate)",
        source = "torch.nn.Dropout2d; Tompson et al. 2015")
public record SpatialDropoutLayer(
        @SpecParameter(
                doc = "Probability of dropping a channel.",
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
