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
 * Scales and shifts each feature, {@code y = gamma x + beta}, starting with 1 and 0: the second half of layer and group
 * normalization.
 *
 * @param features number of gammas and betas
 * @param inner elements next to each other that share one
 */
record Scale(int features, int inner, Shape output) implements LayerDefinition {

    @Override
    public List<ParameterShape> parameters() {
        return List.of(ParameterShape.constant("weight", features, 1), ParameterShape.constant("bias", features, 0));
    }

    /** Gamma and beta for each element, and what {@link FeatureSums} needs. */
    @Override
    public int workspace(int batch) {
        int elements = Math.multiplyExact(batch, Sizes.of(output));
        return Math.addExact(Math.multiplyExact(2, elements), FeatureSums.workspace(elements, features, inner));
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(true, false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        int elements = binding.output().length();
        int outer = elements / features / inner;
        View workspace = binding.workspace();
        View gamma = workspace.buffer().view(workspace.offset(), 1, elements);
        View beta = workspace.buffer().view(workspace.offset() + elements, 1, elements);
        FeatureSums sums = new FeatureSums(
                kernels, elements, features, inner, workspace.buffer(), workspace.offset() + 2L * elements);
        return new Bound(kernels, binding, Copies.spread(outer, features, inner, true), gamma, beta, sums, elements);
    }

    private static Program forward() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term gamma = formula.operand();
        Term beta = formula.operand();
        Term y = formula.operand();
        return formula.set(y, x.times(gamma).plus(beta)).program();
    }

    private static final class Bound implements Layer {

        private static final Program FORWARD = Scale.forward();

        private final Kernels kernels;
        private final Binding views;
        private final Rearrangement spread;
        private final View gamma;
        private final View beta;
        private final Runnable gammaGradient;
        private final Runnable betaGradient;
        private final View[] values;
        private final Runnable product;
        private final Runnable input;

        Bound(
                Kernels kernels,
                Binding views,
                Rearrangement spread,
                View gamma,
                View beta,
                FeatureSums sums,
                int elements) {
            this.kernels = kernels;
            this.views = views;
            this.spread = spread;
            this.gamma = gamma;
            this.beta = beta;
            values = new View[] {views.input(), gamma, beta, views.output()};
            View dy = views.outputGradient();
            View dx = views.inputGradient();
            product = dy == null ? null : Products.bind(kernels, views.input(), dy, beta);
            gammaGradient =
                    dy == null ? null : sums.bind(beta, views.gradients().getFirst());
            betaGradient = dy == null ? null : sums.bind(dy, views.gradients().getLast());
            input = dx == null ? null : Products.bind(kernels, dy, gamma, dx);
        }

        @Override
        public void forward(Pass pass) {
            kernels.rearrange(spread, views.parameters().getFirst(), gamma);
            kernels.rearrange(spread, views.parameters().getLast(), beta);
            kernels.evaluate(FORWARD, Program.NO_SCALARS, values, null);
        }

        @Override
        public void backward(Pass pass) {
            product.run();
            gammaGradient.run();
            betaGradient.run();
            if (input != null) {
                input.run();
            }
        }
    }
}
