package org.backprop.engine.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** A loss that is a sum over samples and outputs, each for itself, times a factor. */
final class ElementWise implements Loss {

    private final Program value;
    private final Program gradient;
    private final boolean meanOfOutputs;
    private final float[] weights;

    /**
     * A loss.
     *
     * @param meanOfOutputs whether it is the mean over the outputs, else their sum; the mean over the samples always
     */
    ElementWise(ElementFormula element, boolean meanOfOutputs) {
        this(weight -> element, meanOfOutputs, null);
    }

    /**
     * The mean of a loss with a weight for each output.
     *
     * @param element the loss of an element with a weight
     */
    ElementWise(Function<Term, ElementFormula> element, float[] weights) {
        this(element, true, weights);
    }

    private ElementWise(Function<Term, ElementFormula> element, boolean meanOfOutputs, float[] weights) {
        this.meanOfOutputs = meanOfOutputs;
        this.weights = weights;
        Formula sum = new Formula();
        Term output = sum.operand();
        Term target = sum.operand();
        value = sum.sum(element.apply(weight(sum)).value(output, target)).program();
        Formula slope = new Formula();
        output = slope.operand();
        target = slope.operand();
        Term derivative = element.apply(weight(slope)).slope(output, target);
        gradient = slope.set(slope.operand(), slope.scalar().times(derivative)).program();
    }

    private Term weight(Formula formula) {
        return weights == null ? null : formula.operand();
    }

    @Override
    public boolean takesLabels() {
        return false;
    }

    @Override
    public BoundLoss bind(LossBinding views) {
        return new Bound(views);
    }

    private final class Bound implements BoundLoss {

        private final Kernels kernels;
        private final double factor;
        private final float[] scalars;
        private final View[] operands;
        private final View[] withGradient;

        Bound(LossBinding views) {
            kernels = views.kernels();
            factor = 1.0 / views.batch() / (meanOfOutputs ? views.outputs() : 1);
            scalars = new float[] {(float) factor};
            List<View> arguments = new ArrayList<>(List.of(views.output(), views.targets()));
            if (weights != null) {
                arguments.add(weights(views));
            }
            operands = arguments.toArray(View[]::new);
            arguments.add(views.gradient());
            withGradient = arguments.toArray(View[]::new);
        }

        /** The weights, once for each sample. */
        private View weights(LossBinding views) {
            View repeated = kernels.allocate(views.output().length()).view(0, views.batch(), views.outputs());
            float[] values = new float[repeated.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = weights[i % weights.length];
            }
            repeated.set(values);
            return repeated;
        }

        @Override
        public double value() {
            return factor * kernels.evaluate(value, Program.NO_SCALARS, operands, null);
        }

        @Override
        public void gradient() {
            kernels.evaluate(gradient, scalars, withGradient, null);
        }
    }
}
