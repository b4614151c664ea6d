package org.backprop.exchange.onnx;

import java.util.List;
import java.util.Map;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.NetworkBuilder;
import org.backprop.model.Shape;

/**
 * A value that depends on the input.
 *
 * @param layer name of our layer that gives it
 * @param shape shape of a sample as that layer gives it
 * @param view shape of a sample in ONNX, the same elements in the same order
 * @param stepsFirst whether it is a sequence [steps, batch, features] in ONNX
 * @param states what of a recurrent node it is, whose layer has yet to be made; null for all others
 */
record Flow(String layer, Shape shape, Shape view, boolean stepsFirst, States states) {

    /** What a layer gives. */
    static Flow of(String layer, Shape shape) {
        return new Flow(layer, shape, shape, false, null);
    }

    /** States of a recurrent node. */
    static Flow of(States states) {
        return new Flow("", Shape.of(1), Shape.of(1), false, states);
    }

    /** The same elements in another shape. */
    Flow seenAs(Shape other) {
        return new Flow(layer, shape, other, stepsFirst, states);
    }

    /** The same with the shape that it has in ONNX, for which a layer is added if need be. */
    Flow materialized(NetworkBuilder builder, String name) throws ExchangeException {
        if (states != null || stepsFirst) {
            throw new ExchangeException("node '" + name
                    + "': the states of a recurrent node are taken in a way that has no equal here;"
                    + " there are those after each step and those after the last, samples in front");
        }
        if (shape.equals(view)) {
            return this;
        }
        String made = view.rank() == 1
                ? builder.add(name, "flatten", Map.of(), List.of(layer), Map.of())
                : builder.add(name, "reshape", Map.of("shape", view.dims()), List.of(layer), Map.of());
        return of(made, view);
    }
}
