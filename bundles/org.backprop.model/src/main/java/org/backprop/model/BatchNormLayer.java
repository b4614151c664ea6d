package org.backprop.model;

import java.util.Optional;

/**
 * Batch normalization of each channel of an image, or of each element of a vector: in training by mean and variance over
 * the batch (and the positions of the image), in evaluation by their running means.
 *
 * @param momentum weight of a new batch in the running mean and variance
 * @param epsilon added to the variance
 * @param affine whether there are a trainable scale (gamma) and shift (beta) for each channel
 */
@SpecType(
        key = "batch_norm",
        doc = "Gives each channel of the batch mean 0 and variance 1, then a trainable scale and shift.",
        formula = "y = gamma (x - mean) / sqrt(variance + epsilon) + beta",
        source = "torch.nn.BatchNorm2d, BatchNorm1d; Ioffe and Szegedy 2015")
public record BatchNormLayer(
        @SpecParameter(
                doc = "Weight of a new batch in the running mean and variance.",
                byDefault = "0.1",
                min = 0,
                max = 1)
        double momentum,

        @SpecParameter(doc = "Added to the variance for stability.", byDefault = "1.0e-5", min = 0, minExclusive = true)
        double epsilon,

        @SpecParameter(doc = "Whether each channel has a trainable scale and shift.", byDefault = "true")
        boolean affine)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        if (in.rank() != 1 && in.rank() != 3) {
            throw new ShapeException(
                    "batch_norm needs a flat input or an image [channels, height, width], but its input" + " has shape "
                            + in + (in.rank() == 2 ? ": give the image a channel, as in input: [1, 28, 28]" : ""));
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
