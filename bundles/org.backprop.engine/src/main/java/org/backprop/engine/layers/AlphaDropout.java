package org.backprop.engine.layers;

import java.util.Optional;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Shape;

/**
 * While training, sets elements to the least value of a selu and scales and shifts all, so that mean 0 and variance 1
 * stay. Klambauer et al., NeurIPS 2017.
 */
record AlphaDropout(Masking masking, Shape output) implements LayerDefinition {

    private static final double LEAST = -1.7580993408473766;

    /** The mask. */
    @Override
    public int workspace(int batch) {
        return Math.multiplyExact(batch, Sizes.of(output));
    }

    @Override
    public boolean isView() {
        return !masking.drops();
    }

    @Override
    public Optional<Masking> masks() {
        return Optional.of(masking);
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, false, true);
    }

    private static double scale(double rate) {
        double kept = 1 - rate;
        return 1 / Math.sqrt(kept + LEAST * LEAST * kept * rate);
    }

    /** The mask holds 0 or {@code 1 / (1 - rate)}. */
    private static Program forward(double rate) {
        double scale = scale(rate);
        Formula formula = new Formula();
        Term x = formula.operand();
        Term mask = formula.operand();
        Term y = formula.operand();
        Term kept = mask.times(1 - rate);
        Term dropped = kept.times(-LEAST).plus(LEAST);
        return formula.set(y, x.times(kept).plus(dropped).times(scale).plus(-scale * LEAST * rate))
                .program();
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        View mask = binding.workspace().reshape(binding.output().rows(), Sizes.of(output));
        View dx = binding.inputGradient();
        return new Bound(
                kernels,
                masking,
                new RatedProgram(masking, AlphaDropout::forward),
                mask,
                binding,
                new View[] {binding.input(), mask, binding.output()},
                dx == null ? null : Products.bind(kernels, binding.outputGradient(), mask, dx));
    }

    private record Bound(
            Kernels kernels,
            Masking masking,
            RatedProgram forward,
            View mask,
            Binding views,
            View[] values,
            Runnable gradient)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            if (!pass.training()) {
                kernels.copy(views.input(), views.output());
                return;
            }
            kernels.fill(mask, 1);
            masking.apply(kernels, pass, mask, mask);
            kernels.evaluate(forward.get(), Program.NO_SCALARS, values, null);
        }

        @Override
        public void backward(Pass pass) {
            gradient.run();
            double rate = masking.rate();
            float factor = (float) (scale(rate) * (1 - rate) - 1);
            kernels.addScaled(factor, views.inputGradient(), views.inputGradient());
        }
    }
}
