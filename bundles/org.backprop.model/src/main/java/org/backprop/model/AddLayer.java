package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * The sum of two or more inputs of the same shape: {@code y = f(x1 + x2 + ...)}.
 *
 * @param activation the function f, not one across units
 */
@SpecType(
        key = "add",
        doc = "The sum of its inputs, which have the same shape; closes a residual connection.",
        formula = "y = f(x1 + x2 + ...)",
        source = "He et al. 2016: Deep residual learning")
public record AddLayer(
        @SpecParameter(doc = "Function applied to each output.", byDefault = "linear")
        Activation activation) implements LayerSpec, SelfChecking {

    @Override
    public int leastInputs() {
        return 2;
    }

    @Override
    public int mostInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Shape output(List<Shape> in) throws ShapeException {
        Shape first = in.getFirst();
        for (int i = 1; i < in.size(); i++) {
            if (!in.get(i).equals(first)) {
                throw new ShapeException(
                        "add needs inputs of the same shape, but %s has shape " + first + " and %s has " + in.get(i)
                                + ": bring one to the other's shape, as by a conv2d with kernel 1 or a dense layer (in a residual block, its projection)",
                        0,
                        i);
            }
        }
        return first;
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(activation);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Inconsistency.ifAcrossUnits(activation);
    }
}
