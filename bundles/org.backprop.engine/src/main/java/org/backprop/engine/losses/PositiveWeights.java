package org.backprop.engine.losses;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/**
 * Binary cross-entropy of logits in which a yes counts p times as much as a no, as {@code torch.nn.BCEWithLogitsLoss}:
 * mean of {@code (1 - t) y + (1 + (p - 1) t) log(1 + e^-y)}.
 */
final class PositiveWeights implements Loss {

    private final float[] weights;
    private final Program value = value();
    private final Program gradient = gradient();

    /**
     * A loss.
     *
     * @param weights one for all outputs, or one for each
     * @throws IllegalArgumentException if there is another number of them
     */
    PositiveWeights(List<Double> weights, int outputs) {
        if (weights.size() != 1 && weights.size() != outputs) {
            throw new IllegalArgumentException(
                    "pos_weight has " + weights.size() + " numbers, but the network has " + outputs + " outputs");
        }
        this.weights = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            this.weights[i] = weights.get(i % weights.size()).floatValue();
        }
    }

    private static Term factor(Term target, Term weight) {
        return weight.minus(1).times(target).plus(1);
    }

    private static Program value() {
        Formula formula = new Formula();
        Term output = formula.operand();
        Term target = formula.operand();
        Term logarithm =
                output.abs().negated().exp().log1p().plus(output.negated().max(0));
        Term no = target.negated().plus(1).times(output);
        return formula.sum(no.plus(factor(target, formula.operand()).times(logarithm)))
                .program();
    }

    private static Program gradient() {
        Formula formula = new Formula();
        Term output = formula.operand();
        Term target = formula.operand();
        Term weight = factor(target, formula.operand());
        Term slope = target.negated().plus(1).plus(weight.times(output.sigmoid().minus(1)));
        return formula.set(formula.operand(), slope.times(formula.scalar())).program();
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
            View repeated = kernels.allocate(views.output().length()).view(0, views.batch(), views.outputs());
            float[] values = new float[repeated.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = weights[i % weights.length];
            }
            repeated.set(values);
            factor = 1.0 / views.output().length();
            scalars = new float[] {(float) factor};
            operands = new View[] {views.output(), views.targets(), repeated};
            withGradient = new View[] {views.output(), views.targets(), repeated, views.gradient()};
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
