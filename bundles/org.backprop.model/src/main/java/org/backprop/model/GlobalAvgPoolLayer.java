package org.backprop.model;

import java.util.Optional;

/** The mean of each channel of an image. */
@SpecType(
        key = "global_avg_pool",
        doc = "The mean of each channel of an image.",
        formula = "y[c] = mean_i,j x[c, i, j]",
        source = "torch.nn.AdaptiveAvgPool2d(1) and Flatten; Lin et al. 2014")
public record GlobalAvgPoolLayer() implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        return Shape.of(Image.of(in, "global_avg_pool").channels());
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(Activation.LINEAR);
    }
}
