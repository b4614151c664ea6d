package org.backprop.model;

/**
 * An image made larger by repeating its pixels (nearest neighbour).
 *
 * @param factor how often a row and a column are repeated: one number for both, or two
 */
@SpecType(
        key = "upsample",
        doc = "Repeats each row and column of an image.",
        formula = "y[c, i, j] = x[c, i / rows, j / columns]",
        source = "torch.nn.Upsample(mode=nearest)")
public record UpsampleLayer(
        @SpecParameter(
                doc = "How often a row and a column are repeated: one number for both, or two.",
                byDefault = "2",
                min = 1,
                max = 1000,
                main = true)
        Size2d factor)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        Image image = Image.of(in, "upsample");
        return Shape.of(image.channels(), image.height() * factor.height(), image.width() * factor.width());
    }
}
