package org.backprop.engine.initializers;

import java.util.List;

/**
 * How many inputs a unit has and how many units an input goes to, as {@code torch.nn.init} counts them.
 *
 * @param in second dimension times the elements of all dimensions behind it
 * @param out first dimension times the elements of all dimensions behind the second
 */
record Fans(long in, long out) {

    /**
     * The fans of a weight.
     *
     * @param shape {@code [out, in, ...]}
     * @throws IllegalArgumentException if the shape has fewer than two dimensions
     */
    static Fans of(List<Integer> shape) {
        if (shape.size() < 2) {
            throw new IllegalArgumentException("a tensor of shape " + shape + " has no fan in and fan out");
        }
        long field = shape.stream().skip(2).mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        return new Fans(shape.get(1) * field, shape.getFirst() * field);
    }

    double sum() {
        return (double) in + out;
    }
}
