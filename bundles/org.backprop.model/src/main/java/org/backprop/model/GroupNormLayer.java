package org.backprop.model;

import java.util.Optional;

/**
 * Group normalization of an image {@code [channels, height, width]} or a vector {@code [channels]}, with weight and
 * bias for each channel.
 *
 * @param groups number of groups that the channels are divided into; 1 is layer normalization of images
 * @param epsilon added to the variance
 * @param affine whether there are a trainable scale and shift for each channel
 */
@SpecType(
        key = "group_norm",
        doc = "Gives each group of channels of a sample mean 0 and variance 1; then scales and shifts each channel.",
        formula = "y = gamma (x - mean) / sqrt(variance + epsilon) + beta, mean and variance over each group",
        source = "torch.nn.GroupNorm; Wu and He 2018")
public record GroupNormLayer(
        @SpecParameter(
                doc = "Number of groups that the channels are divided into; 1 is layer normalization of images.",
                min = 1,
                max = 1_000_000,
                main = true)
        int groups,

        @SpecParameter(doc = "Added to the variance.", byDefault = "1.0e-5", min = 0, minExclusive = true)
        double epsilon,

        @SpecParameter(doc = "Whether there are a trainable scale and shift for each channel.", byDefault = "true")
        boolean affine)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        if (in.dims().getFirst() % groups != 0) {
            throw new ShapeException(
                    "group_norm divides the channels of its input into " + groups + " groups, but its input has shape "
                            + in + ": choose groups that divide " + in.dims().getFirst());
        }
        return in;
    }

    @Override
    public long parameters(Shape in) {
        return affine ? 2L * in.dims().getFirst() : 0;
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(Activation.LINEAR);
    }
}
