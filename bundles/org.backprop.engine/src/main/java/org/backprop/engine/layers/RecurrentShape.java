package org.backprop.engine.layers;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.GruLayer;
import org.backprop.model.InitializerSpec;
import org.backprop.model.Shape;
import org.backprop.model.SimpleRnnLayer;

/**
 * The sizes of a recurrent layer with {@code gates} gates: T steps of F features, H units.
 *
 * @param sequences whether the output is the state after each step, not only the last
 * @param initializer initial values of the weights of the input
 * @param biasInitializer initial values of the biases
 */
record RecurrentShape(
        int gates,
        int steps,
        int features,
        int units,
        boolean sequences,
        boolean bias,
        InitializerSpec initializer,
        InitializerSpec biasInitializer) {

    static RecurrentShape of(SimpleRnnLayer spec, Shape input) {
        return new RecurrentShape(
                1,
                input.dims().getFirst(),
                input.dims().getLast(),
                spec.units(),
                spec.returnSequences(),
                spec.bias(),
                spec.initializer(),
                spec.biasInitializer());
    }

    static RecurrentShape of(GruLayer spec, Shape input) {
        return new RecurrentShape(
                GruCell.GATES,
                input.dims().getFirst(),
                input.dims().getLast(),
                spec.units(),
                spec.returnSequences(),
                spec.bias(),
                spec.initializer(),
                spec.biasInitializer());
    }

    /** Named and shaped as in PyTorch; by default uniform in {@code [-1/sqrt(H), 1/sqrt(H))}. */
    List<ParameterShape> parameters() {
        int rows = Math.multiplyExact(gates, units);
        double bound = 1 / Math.sqrt(units);
        List<ParameterShape> parameters = new ArrayList<>();
        parameters.add(ParameterShape.of("weight_ih_l0", List.of(rows, features), initializer, bound));
        parameters.add(ParameterShape.uniform("weight_hh_l0", List.of(rows, units), bound));
        if (bias) {
            parameters.add(ParameterShape.of("bias_ih_l0", List.of(rows), biasInitializer, bound));
            parameters.add(ParameterShape.of("bias_hh_l0", List.of(rows), biasInitializer, bound));
        }
        return parameters;
    }
}
