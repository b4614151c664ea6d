package org.backprop.engine.losses;

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

    /**
     * A loss.
     *
     * @param meanOfOutputs whether it is the mean over the outputs, else their sum; the mean over the samples always
     */
    ElementWise(ElementFormula element, boolean meanOfOutputs) {
        this.meanOfOutputs = meanOfOutputs;
        Formula sum = new Formula();
        value = sum.sum(element.value(sum.operand(), sum.operand())).program();
        Formula slope = new Formula();
        Term output = slope.operand();
        Term target = slope.operand();
        Term result = slope.operand();
        gradient = slope.set(result, slope.scalar().times(element.slope(output, target)))
                .program();
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
            operands = new View[] {views.output(), views.targets()};
            withGradient = new View[] {views.output(), views.targets(), views.gradient()};
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
