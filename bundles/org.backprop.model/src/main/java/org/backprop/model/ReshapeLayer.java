package org.backprop.model;

import java.util.List;

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
        @SpecParameter(doc = "The shape of a sample of the output.", min = 1, max = 1_000_000, main = true)
        List<Integer> shape)
        implements UnaryLayer {

    /** Copies the list. */
    public ReshapeLayer {
        shape = List.copyOf(shape);
    }

    @Override
    public Shape output(Shape in) throws ShapeException {
        Shape out = new Shape(shape);
        if (in.size() != out.size()) {
            throw new ShapeException("reshape to " + out + " needs " + out.size()
                    + " elements, but its input has shape " + in + " with " + in.size());
        }
        return out;
    }
}
