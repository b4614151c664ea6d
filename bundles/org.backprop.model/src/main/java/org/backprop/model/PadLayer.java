package org.backprop.model;

/**
 * Zeros around an image.
 *
 * @param size rows above and below, and columns on the left and right: one number for both, or two
 */
@SpecType(key = "pad", doc = "Adds rows and columns of zeros around an image.", source = "torch.nn.ZeroPad2d")
public record PadLayer(
        @SpecParameter(
                doc = "Rows above and below, and columns on the left and right: one number for both, or two.",
                min = 0,
                max = Size2d.MOST,
                main = true)
        Size2d size)
        implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        Image image = Image.of(in, "pad");
        return Shape.of(image.channels(), image.height() + 2 * size.height(), image.width() + 2 * size.width());
    }
}
