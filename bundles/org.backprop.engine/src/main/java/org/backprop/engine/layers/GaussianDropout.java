package org.backprop.engine.layers;

import java.util.Optional;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.NormalNumbers;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Shape;

/**
 * While training, multiplies by normally distributed numbers with mean 1 and variance {@code rate / (1 - rate)}.
 * Srivastava et al., JMLR 15, 2014, section 10.
 */
record GaussianDropout(Masking masking, Shape output) implements LayerDefinition {

    /** The factors. */
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

    /** Numbers to factors. */
    private static Program factors(double rate) {
        Formula formula = new Formula();
        Term z = formula.operand();
        return formula.set(z, z.times(Math.sqrt(rate / (1 - rate))).plus(1)).program();
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        View factors = binding.workspace().reshape(binding.output().rows(), Sizes.of(output));
        View dx = binding.inputGradient();
        return new Bound(
                kernels,
                masking,
                new NormalNumbers(),
                new RatedProgram(masking, GaussianDropout::factors),
                new View[] {factors},
                binding,
                Products.bind(kernels, binding.input(), factors, binding.output()),
                dx == null ? null : Products.bind(kernels, binding.outputGradient(), factors, dx));
    }

    private record Bound(
            Kernels kernels,
            Masking masking,
            NormalNumbers numbers,
            RatedProgram program,
            View[] factors,
            Binding views,
            Runnable output,
            Runnable gradient)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            if (!pass.training()) {
                kernels.copy(views.input(), views.output());
                return;
            }
            numbers.draw(pass.seed(), masking.stream(pass), (long) pass.firstRow() * factors[0].columns(), factors[0]);
            kernels.evaluate(program.get(), Program.NO_SCALARS, factors, null);
            output.run();
        }

        @Override
        public void backward(Pass pass) {
            gradient.run();
        }
    }
}
