package org.backprop.model;

import java.util.List;

/**
 * The product of two inputs of the same shape, element by element; makes gates.
 */
@SpecType(
        key = "multiply",
        doc = "The product of two inputs of the same shape, element by element.",
        formula = "y = x1 x2",
        source = "torch.mul")
public record MultiplyLayer() implements LayerSpec {

    @Override
    public int leastInputs() {
        return 2;
    }

    @Override
    public int mostInputs() {
        return 2;
    }

    @Override
    public Shape output(List<Shape> in) throws ShapeException {
        if (!in.get(0).equals(in.getLast())) {
            throw new ShapeException(
                    "multiply needs inputs of the same shape, but %s has shape " + in.get(0) + " and %s has "
                            + in.getLast(),
                    0,
                    1);
        }
        return in.getFirst();
    }
}
