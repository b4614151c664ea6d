package org.backprop.engine.layers;

import java.util.List;

/**
 * A tensor that a layer declares: a parameter or a statistic. Its initial values are uniform in [center - bound, center +
 * bound).
 *
 * @param role name within the layer, as in a PyTorch state dict, for example {@code weight}
 * @param shape PyTorch's shape
 * @param center mean of the initial values
 * @param bound half the width of their range; 0 for a constant
 */
public record ParameterShape(String role, List<Integer> shape, float center, float bound) {

    /** Initial values uniform in [-bound, bound). */
    static ParameterShape uniform(String role, List<Integer> shape, double bound) {
        return new ParameterShape(role, shape, 0, (float) bound);
    }

    /** A vector whose elements all start with the same value. */
    static ParameterShape constant(String role, int length, float value) {
        return new ParameterShape(role, List.of(length), value, 0);
    }

    /** Number of elements. */
    public int length() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
