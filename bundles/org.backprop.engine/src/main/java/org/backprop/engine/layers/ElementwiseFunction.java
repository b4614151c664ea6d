package org.backprop.engine.layers;

import java.util.function.UnaryOperator;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Shape;

/**
 * Applies a formula to each element.
 *
 * @param function f(x)
 * @param slope f'(x)
 */
record ElementwiseFunction(Shape output, UnaryOperator<Term> function, UnaryOperator<Term> slope)
        implements LayerDefinition {

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, false, true);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        View dy = binding.outputGradient();
        View dx = binding.inputGradient();
        boolean inPlace = dx == null || Binding.same(dy, dx);
        View[] values = {binding.input(), binding.output()};
        View[] gradients = inPlace ? new View[] {binding.input(), dy} : new View[] {binding.input(), dy, dx};
        return new Bound(kernels, forward(), values, backward(inPlace), gradients);
    }

    private Program forward() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term y = formula.operand();
        return formula.set(y, function.apply(x)).program();
    }

    private Program backward(boolean inPlace) {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term dy = formula.operand();
        Term dx = inPlace ? dy : formula.operand();
        return formula.set(dx, dy.times(slope.apply(x))).program();
    }

    private record Bound(Kernels kernels, Program forward, View[] values, Program backward, View[] gradients)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.evaluate(forward, Program.NO_SCALARS, values, null);
        }

        @Override
        public void backward(Pass pass) {
            kernels.evaluate(backward, Program.NO_SCALARS, gradients, null);
        }
    }
}
