package org.backprop.engine.losses;

import java.util.function.BinaryOperator;

import org.backprop.engine.kernels.formula.Term;

/** The losses of one element. Each is that of the class in {@code torch.nn} that its spec names. */
final class ElementFormulas {

    /** The least logarithm of a probability, as in PyTorch. */
    private static final double LEAST_LOG = -100;

    /** The least product of a probability and its complement, as in PyTorch. */
    private static final double LEAST_VARIANCE = 1e-12;

    private ElementFormulas() {}

    private record Pair(BinaryOperator<Term> values, BinaryOperator<Term> slopes) implements ElementFormula {

        @Override
        public Term value(Term output, Term target) {
            return values.apply(output, target);
        }

        @Override
        public Term slope(Term output, Term target) {
            return slopes.apply(output, target);
        }
    }

    static ElementFormula square() {
        return new Pair((y, t) -> y.minus(t).squared(), (y, t) -> y.minus(t).times(2));
    }

    static ElementFormula halfSquare() {
        return new Pair((y, t) -> y.minus(t).squared().times(0.5), Term::minus);
    }

    static ElementFormula absolute() {
        return new Pair((y, t) -> y.minus(t).abs(), (y, t) -> y.minus(t).sign());
    }

    static ElementFormula huber(double delta) {
        return new Pair(
                (y, t) -> {
                    Term error = y.minus(t).abs();
                    Term bounded = error.min(delta);
                    return bounded.times(error.minus(bounded.times(0.5)));
                },
                (y, t) -> y.minus(t).min(delta).max(-delta));
    }

    static ElementFormula binaryCrossEntropy() {
        return new Pair(
                (y, t) -> {
                    Term yes = y.log().max(LEAST_LOG);
                    Term least = y.times(0).plus(LEAST_LOG);
                    Term no = complement(y).select(y.negated().log1p(), least);
                    return t.minus(1).times(no).minus(t.times(yes));
                },
                (y, t) -> y.minus(t).over(complement(y).times(y).max(LEAST_VARIANCE)));
    }

    static ElementFormula binaryCrossEntropyOfLogits() {
        return new Pair(
                (y, t) ->
                        y.max(0).minus(y.times(t)).plus(y.abs().negated().exp().log1p()),
                (y, t) -> y.sigmoid().minus(t));
    }

    /** A yes counts p times as much as a no: {@code (1 - t) y + (1 + (p - 1) t) log(1 + e^-y)}. */
    static ElementFormula binaryCrossEntropyOfLogits(Term p) {
        return new Pair(
                (y, t) -> {
                    Term logarithm =
                            y.abs().negated().exp().log1p().plus(y.negated().max(0));
                    return complement(t).times(y).plus(share(t, p).times(logarithm));
                },
                (y, t) -> complement(t).plus(share(t, p).times(y.sigmoid().minus(1))));
    }

    private static Term share(Term t, Term p) {
        return p.minus(1).times(t).plus(1);
    }

    static ElementFormula hinge(double margin, boolean squared) {
        return new Pair((y, t) -> power(shortfall(y, t, margin).max(0), squared), (y, t) -> {
            Term shortfall = shortfall(y, t, margin);
            Term slope = side(t).negated();
            Term scaled = squared ? slope.times(2).times(shortfall) : slope;
            return shortfall.select(scaled, scaled.times(0));
        });
    }

    private static Term shortfall(Term y, Term t, double margin) {
        return side(t).times(y).negated().plus(margin);
    }

    /** -1 for the class 0, 1 for the class 1. */
    private static Term side(Term t) {
        return t.times(2).minus(1);
    }

    static Term power(Term term, boolean squared) {
        return squared ? term.squared() : term;
    }

    static ElementFormula divergence() {
        return new Pair((y, t) -> t.select(t.times(t.log()), t.times(0)).minus(t.times(y)), (y, t) -> t.negated());
    }

    static ElementFormula poissonOfLogarithm(boolean full) {
        return new Pair(
                (y, t) -> complete(y.exp().minus(t.times(y)), t, full),
                (y, t) -> y.exp().minus(t));
    }

    static ElementFormula poisson(double epsilon, boolean full) {
        return new Pair(
                (y, t) -> complete(y.minus(t.times(y.plus(epsilon).log())), t, full),
                (y, t) -> t.over(y.plus(epsilon)).negated().plus(1));
    }

    /** With Stirling's approximation of log(t!) where t is above 1. */
    private static Term complete(Term loss, Term t, boolean full) {
        if (!full) {
            return loss;
        }
        Term root = t.times(2 * Math.PI).log().times(0.5);
        return t.minus(1).select(loss.plus(t.times(t.log())).minus(t).plus(root), loss);
    }

    private static Term complement(Term y) {
        return y.negated().plus(1);
    }
}
