package org.backprop.model;

/**
 * What the recurrent layers have in common: they read a sequence {@code [steps, features]} and keep a state of {@code
 * units} elements.
 *
 * @param type key of the layer
 * @param gates number of functions of input and state that it computes, each with weights of its own
 * @param sequences whether the output is the state after each step, not only after the last
 * @param bias whether there are two biases for each gate
 */
record Recurrence(String type, int gates, int units, boolean sequences, boolean bias) {

    Shape output(Shape in) throws ShapeException {
        if (in.rank() != 2) {
            throw new ShapeException(type + " needs a sequence [steps, features], but its input has shape " + in
                    + ": give the network an input of two dimensions, such as [28, 28]");
        }
        return sequences ? Shape.of(in.dims().getFirst(), units) : Shape.of(units);
    }

    long parameters(Shape in) {
        return Count.plus(weights(in), bias ? 2L * gates * units : 0);
    }

    long flops(Shape in) {
        return Count.times(2, in.dims().getFirst(), weights(in));
    }

    private long weights(Shape in) {
        return Count.times(gates, units, (long) in.dims().getLast() + units);
    }
}
