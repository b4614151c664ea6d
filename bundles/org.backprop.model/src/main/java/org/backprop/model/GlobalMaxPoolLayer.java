package org.backprop.model;

import java.util.Optional;

/**
 * The greatest element of each channel of an image.
 */
@SpecType(
        key = "global_max_pool",
        doc = "The greatest element of each channel of an image.",
        formula = "y[c] = max_i,j x[c, i, j]",
        source = "torch.nn.AdaptiveMaxPool2d(1) and Flatten")
public record GlobalMaxPoolLayer() implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        return Shape.of(Image.of(in, "global_max_pool").channels());
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(Activation.LINEAR);
    }
}
