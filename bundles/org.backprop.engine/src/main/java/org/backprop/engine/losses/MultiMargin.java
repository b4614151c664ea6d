package org.backprop.engine.losses;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.HingeLoss;

/**
 * Hinge loss of several classes, as {@code torch.nn.MultiMarginLoss}. What belongs to a whole sample, such as the score
 * of its class, is summed over its outputs and brought back to all of them by products with ones.
 */
final class MultiMargin implements Loss {

    private final Program own;
    private final Program value;
    private final Program pushes;
    private final Program gradient;

    MultiMargin(HingeLoss spec) {
        own = own();
        value = value(spec);
        pushes = pushes(spec);
        gradient = gradient();
    }

    /** {@code own = t y}: the score of the class itself, 0 beside it. */
    private static Program own() {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term t = formula.operand();
        Term to = formula.operand();
        return formula.set(to, y.times(t)).program();
    }

    /** The sum of {@code (1 - t) max(0, margin - score + y)^p}. */
    private static Program value(HingeLoss spec) {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term t = formula.operand();
        Term score = formula.operand();
        Term shortfall = y.minus(score).plus(spec.margin()).max(0);
        return formula.sum(t.negated().plus(1).times(ElementFormulas.power(shortfall, spec.squared())))
                .program();
    }

    /** The slope of each term of the value with respect to its own output, times a factor; 0 for the class itself. */
    private static Program pushes(HingeLoss spec) {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term t = formula.operand();
        Term score = formula.operand();
        Term to = formula.operand();
        Term factor = formula.scalar();
        Term shortfall = y.minus(score).plus(spec.margin());
        Term slope = spec.squared() ? shortfall.max(0).times(2) : shortfall.select(1, 0);
        return formula.set(to, slope.times(factor).times(t.negated().plus(1))).program();
    }

    /** {@code gradient = push - t sum}, where gradient holds the sum of the sample's pushes. */
    private static Program gradient() {
        Formula formula = new Formula();
        Term push = formula.operand();
        Term t = formula.operand();
        Term to = formula.operand();
        return formula.set(to, push.minus(t.times(to))).program();
    }

    @Override
    public boolean takesLabels() {
        return false;
    }

    @Override
    public int workspace(int batch, int outputs) {
        return Math.addExact(Math.multiplyExact(2 * batch, outputs), outputs + batch);
    }

    @Override
    public BoundLoss bind(LossBinding views) {
        return new Bound(views);
    }

    private final class Bound implements BoundLoss {

        private final Kernels kernels;
        private final View scores;
        private final View part;
        private final View ones;
        private final View column;
        private final View sums;
        private final View[] forOwn;
        private final View[] forValue;
        private final View[] forPushes;
        private final View[] forGradient;
        private final View result;
        private final float[] factor;

        Bound(LossBinding views) {
            kernels = views.kernels();
            part = views.workspace(0);
            scores = views.workspace(1);
            result = views.gradient();
            View y = views.output();
            long behind = views.workspace().offset() + 2L * y.length();
            ones = views.workspace().buffer().view(behind, 1, views.outputs());
            column = ones.reshape(views.outputs(), 1);
            sums = views.workspace().buffer().view(behind + views.outputs(), views.batch(), 1);
            forOwn = new View[] {y, views.targets(), part};
            forValue = new View[] {y, views.targets(), scores};
            forPushes = new View[] {y, views.targets(), scores, part};
            forGradient = new View[] {part, views.targets(), result};
            factor = new float[] {(float) (1.0 / y.length())};
        }

        @Override
        public double value() {
            spreadScores();
            return kernels.evaluate(value, Program.NO_SCALARS, forValue, null) / forValue[0].length();
        }

        @Override
        public void gradient() {
            spreadScores();
            kernels.evaluate(pushes, factor, forPushes, null);
            spread(result);
            kernels.evaluate(gradient, Program.NO_SCALARS, forGradient, null);
        }

        private void spreadScores() {
            kernels.fill(ones, 1);
            kernels.evaluate(own, Program.NO_SCALARS, forOwn, null);
            spread(scores);
        }

        /** Writes the sum of each row of the part to all its elements. */
        private void spread(View to) {
            kernels.denseForward(part, ones, null, Activation.LINEAR, sums);
            kernels.denseForward(sums, column, null, Activation.LINEAR, to);
        }
    }
}
