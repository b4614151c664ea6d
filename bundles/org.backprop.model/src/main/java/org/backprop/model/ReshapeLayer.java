package org.backprop.model;

/**
 * The same elements in another shape.
 *
 * @param shape the shape of a sample of the output
 */
@SpecType(
        key = "reshape",
        doc = "Gives its input another shape with the same number of elements.",
        source = "torch.reshape")
public record ReshapeLayer(
        @SpecParameter(doc = "The shape of a sample of the output.", min = 1)
        Shape shape) implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        if (in.size() != shape.size()) {
            throw new ShapeException("reshape to " + shape + " needs " + shape.size()
                    + " elements, but its input has shape " + in + " with " + in.size());
        }
        return shape;
    }
}
