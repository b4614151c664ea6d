package org.backprop.engine.layers;

import java.util.List;

import org.backprop.model.ConstantInitializer;
import org.backprop.model.InitializerSpec;
import org.backprop.model.TorchInitializer;
import org.backprop.model.UniformInitializer;

/**
 * A tensor that a layer declares: a parameter or a statistic.
 *
 * @param role name within the layer, as in a PyTorch state dict, for example {@code weight}
 * @param shape PyTorch's shape
 * @param initializer where the initial values come from
 */
public record ParameterShape(String role, List<Integer> shape, InitializerSpec initializer) {

    /** Initial values uniform in [-bound, bound). */
    static ParameterShape uniform(String role, List<Integer> shape, double bound) {
        return new ParameterShape(role, shape, new UniformInitializer(-bound, bound));
    }

    /** A vector whose elements all start with the same value. */
    static ParameterShape constant(String role, int length, float value) {
        return new ParameterShape(role, List.of(length), new ConstantInitializer(value));
    }

    /**
     * Initial values as the model says.
     *
     * @param bound where it leaves them to PyTorch: uniform in [-bound, bound)
     */
    static ParameterShape of(String role, List<Integer> shape, InitializerSpec initializer, double bound) {
        return initializer instanceof TorchInitializer
                ? uniform(role, shape, bound)
                : new ParameterShape(role, shape, initializer);
    }

    /** Number of elements. */
    public int length() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
