package org.backprop.engine.layers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Shape;

/**
 * A rectified linear unit with trained slopes, {@code y = max(0, x) + a min(0, x)}. He et al., ICCV 2015.
 *
 * @param slopes number of slopes: 1, or the number of channels
 */
record Prelu(int slopes, double initial, Shape output) implements LayerDefinition {

    @Override
    public List<ParameterShape> parameters() {
        return List.of(ParameterShape.constant("weight", slopes, (float) initial));
    }

    private int inner() {
        return Sizes.of(output) / slopes;
    }

    /** A slope for each element, and what {@link FeatureSums} needs. */
    @Override
    public int workspace(int batch) {
        int elements = Math.multiplyExact(batch, Sizes.of(output));
        return Math.addExact(elements, FeatureSums.workspace(elements, slopes, inner()));
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        int elements = binding.output().length();
        View workspace = binding.workspace();
        View slope = workspace.buffer().view(workspace.offset(), 1, elements);
        FeatureSums sums =
                new FeatureSums(kernels, elements, slopes, inner(), workspace.buffer(), workspace.offset() + elements);
        Rearrangement spread = Copies.spread(binding.output().rows(), slopes, inner(), true);
        View dy = binding.outputGradient();
        View dx = binding.inputGradient();
        return new Bound(
                kernels,
                binding,
                spread,
                slope,
                sums.bind(slope, binding.gradients().getFirst()),
                new View[] {binding.input(), slope, binding.output()},
                dx == null ? null : new View[] {binding.input(), slope, dy, dx},
                new View[] {binding.input(), dy, slope});
    }

    private static Program forward() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term slope = formula.operand();
        Term y = formula.operand();
        return formula.set(y, x.max(0).plus(x.min(0).times(slope))).program();
    }

    private static Program inputGradient() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term slope = formula.operand();
        Term dy = formula.operand();
        Term dx = formula.operand();
        return formula.set(dx, dy.times(x.select(x.number(1), slope))).program();
    }

    private static Program slopeGradient() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term dy = formula.operand();
        Term to = formula.operand();
        return formula.set(to, dy.times(x.min(0))).program();
    }

    private record Bound(
            Kernels kernels,
            Binding views,
            Rearrangement spread,
            View slope,
            Runnable sums,
            View[] values,
            View[] inputGradients,
            View[] slopeGradients)
            implements Layer {

        private static final Program FORWARD = Prelu.forward();
        private static final Program INPUT_GRADIENT = Prelu.inputGradient();
        private static final Program SLOPE_GRADIENT = Prelu.slopeGradient();

        @Override
        public void forward(Pass pass) {
            kernels.rearrange(spread, views.parameters().getFirst(), slope);
            kernels.evaluate(FORWARD, Program.NO_SCALARS, values, null);
        }

        @Override
        public void backward(Pass pass) {
            if (inputGradients != null) {
                kernels.evaluate(INPUT_GRADIENT, Program.NO_SCALARS, inputGradients, null);
            }
            kernels.evaluate(SLOPE_GRADIENT, Program.NO_SCALARS, slopeGradients, null);
            sums.run();
        }
    }
}
