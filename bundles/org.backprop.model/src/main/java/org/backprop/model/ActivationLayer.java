package org.backprop.model;

import java.util.Optional;

/**
 * Applies a function to each element (softmax and log_softmax: to each sample).
 *
 * @param function the function
 */
@SpecType(key = "activation", doc = "Applies a function to its input.", formula = "y = f(x)")
public record ActivationLayer(
        @SpecParameter(doc = "The function.", main = true) Activation function) implements UnaryLayer {

    @Override
    public Shape output(Shape in) throws ShapeException {
        if (function.acrossUnits() && in.rank() != 1) {
            throw ShapeException.needsFlatInput(function.key(), in);
        }
        return in;
    }

    @Override
    public Optional<Activation> outputFunction() {
        return Optional.of(function);
    }
}
