package org.backprop.engine.layers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.initializers.Initializers;
import org.backprop.engine.random.RandomSequence;
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
 * @param zeroRow the row of a matrix whose initial values are zeros all the same, if there is one
 */
public record ParameterShape(String role, List<Integer> shape, InitializerSpec initializer, Optional<Integer> zeroRow) {

    /** A tensor whose initial values are all drawn alike. */
    public ParameterShape(String role, List<Integer> shape, InitializerSpec initializer) {
        this(role, shape, initializer, Optional.empty());
    }

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

    /** The initial values, row-major. */
    public float[] values(RandomSequence random) {
        float[] values = Initializers.values(initializer, shape, random);
        int columns = values.length / shape.getFirst();
        zeroRow.ifPresent(row -> Arrays.fill(values, row * columns, (row + 1) * columns, 0));
        return values;
    }

    /** Number of elements. */
    public int length() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
