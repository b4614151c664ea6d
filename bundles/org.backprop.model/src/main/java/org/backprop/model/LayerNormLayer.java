package org.backprop.model;

import java.util.Optional;

/**
 * Layer normalization of each vector {@code [features]}, or of each step of a sequence {@code [steps, features]}, with
 * weight and bias for each feature.
 *
 * @param epsilon added to the variance
 * @param affine whether there are a trainable scale and shift for each feature
 */
@SpecType(
        key = "layer_norm",
        doc =
                "Gives the features of each sample, or step of a sequence, mean 0 and variance 1; then scales and shifts them.",
        formula = "y = gamma (x - mean) / sqrt(variance + epsilon) + beta",
        source = "torch.nn.LayerNorm; Ba, Kiros, Hinton 2016")
public record LayerNormLayer(
        @SpecParameter(doc = "Added to the variance.", byDefault = "1.0e-5", min = 0, minExclusive = true)
        double epsilon,

        @SpecParameter(doc = "Whether there are a trainable scale and shift for each feature.", byDefault = "true")
        boolean affine)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        if (in.rank() > 2) {
            throw new ShapeException("layer_norm normalizes vectors [features] and sequences [steps, features], but its"
                    + " input has shape " + in + ": use group_norm with groups 1 for an image");
        }
        return in;
    }

    @Override
    public long parameters(Shape in) {
        return affine ? 2L * in.dims().getLast() : 0;
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(Activation.LINEAR);
    }
}
