package org.backprop.engine.layers;

import java.util.List;

/**
 * A parameter that a layer declares.
 *
 * @param role {@code weight} or {@code bias}
 * @param shape PyTorch's shape
 * @param bound initial values are uniform in [-bound, bound)
 */
public record ParameterShape(String role, List<Integer> shape, float bound) {

    /** Number of elements. */
    public int length() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
