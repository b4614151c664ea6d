package org.backprop.engine.layers;

import org.backprop.model.Shape;

/** Element counts of shapes. */
public final class Sizes {

    private Sizes() {}

    /**
     * Number of elements of one sample.
     *
     * @throws ArithmeticException if it exceeds the range of int
     */
    public static int of(Shape shape) {
        return Math.toIntExact(shape.size());
    }
}
