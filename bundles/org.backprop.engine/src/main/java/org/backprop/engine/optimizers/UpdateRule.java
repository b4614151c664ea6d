package org.backprop.engine.optimizers;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Term;

/**
 * Writes an optimizer down that treats each parameter by itself: what becomes of the weight w and the slots, given the
 * gradient g.
 */
final class UpdateRule {

    private final Formula formula = new Formula();
    private final Term weight = formula.operand();
    private final Term gradient = formula.operand();
    private final List<String> slots = new ArrayList<>();
    private final List<Coefficient> coefficients = new ArrayList<>();

    /** The weight before the update. */
    Term weight() {
        return weight;
    }

    /** The gradient. */
    Term gradient() {
        return gradient;
    }

    /** The gradient with that of an L2 penalty, {@code g + decay w}. */
    Term gradient(double weightDecay) {
        return weightDecay == 0 ? gradient : gradient.plus(weight.times(weightDecay));
    }

    /** What the slot of this name held before the update. */
    Term slot(String name) {
        slots.add(name);
        return formula.operand();
    }

    /** A number that depends on the step. */
    Term coefficient(Coefficient coefficient) {
        coefficients.add(coefficient);
        return formula.scalar();
    }

    /** A number. */
    Term number(double value) {
        return formula.number(value);
    }

    /** The learning rate. */
    Term rate() {
        return coefficient((step, rate) -> rate);
    }

    /** The learning rate over {@code 1 - beta^t}: with a running mean that starts at 0 it gives an unbiased step. */
    Term unbiasedRate(double beta) {
        return coefficient((step, rate) -> rate * unbiased(beta, step));
    }

    /** The root of a running mean of squares that starts at 0, without bias: {@code sqrt(squares / (1 - beta^t))}. */
    Term unbiasedRoot(Term squares, double beta) {
        return squares.sqrt().times(coefficient((step, rate) -> Math.sqrt(unbiased(beta, step))));
    }

    /** What is taken from the weight beside {@code update}: {@code w (1 - rate decay) - update}. */
    void descend(Term update, double decoupledDecay) {
        Term kept = decoupledDecay == 0 ? weight : weight.times(coefficient((step, rate) -> 1 - rate * decoupledDecay));
        set(weight, kept.minus(update));
    }

    /** What becomes of the weight or a slot. */
    void set(Term weightOrSlot, Term value) {
        formula.set(weightOrSlot, value);
    }

    /** The running mean {@code beta mean + (1 - beta) value}, which becomes that of the slot. */
    Term runningMean(Term slot, double beta, Term value) {
        Term mean = slot.times(beta).plus(value.times(1 - beta));
        set(slot, mean);
        return mean;
    }

    GradientTransform transform(Kernels kernels) {
        return new RuleTransform(kernels, formula.program(), List.copyOf(slots), coefficients);
    }

    /** {@code 1 / (1 - beta^step)}, which corrects the bias of a running mean towards its start at 0. */
    static double unbiased(double beta, long step) {
        return 1 / (1 - Math.pow(beta, step));
    }
}
