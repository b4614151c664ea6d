package org.backprop.engine.kernels.formula;

import java.util.List;

/** A value of a {@link Formula}, for each element: an argument, a number, or what an operation makes of others. */
public final class Term {

    /** Up to here, six terms of a series of factorials are precise in float32. */
    private static final double SERIES = 0.3;

    private final Formula formula;
    private final Operation operation;
    private final List<Term> arguments;

    /** A term that a formula is given. */
    Term(Formula formula) {
        this(formula, null);
    }

    private Term(Formula formula, Operation operation, Term... arguments) {
        this.formula = formula;
        this.operation = operation;
        this.arguments = List.of(arguments);
    }

    /** Null for an argument of the formula or a number. */
    Operation operation() {
        return operation;
    }

    List<Term> arguments() {
        return arguments;
    }

    private Term with(Operation operation, Term... others) {
        return switch (others.length) {
            case 0 -> new Term(formula, operation, this);
            case 1 -> new Term(formula, operation, this, others[0]);
            default -> new Term(formula, operation, this, others[0], others[1]);
        };
    }

    /** A number. */
    public Term number(double value) {
        return formula.number(value);
    }

    /** The same value as a term of its own. */
    Term copied() {
        return with(Operation.COPY);
    }

    public Term plus(Term other) {
        return with(Operation.ADD, other);
    }

    public Term plus(double number) {
        return plus(formula.number(number));
    }

    public Term minus(Term other) {
        return with(Operation.SUBTRACT, other);
    }

    public Term minus(double number) {
        return minus(formula.number(number));
    }

    public Term times(Term other) {
        return with(Operation.MULTIPLY, other);
    }

    public Term times(double number) {
        return times(formula.number(number));
    }

    public Term over(Term other) {
        return with(Operation.DIVIDE, other);
    }

    public Term min(Term other) {
        return with(Operation.MIN, other);
    }

    public Term min(double number) {
        return min(formula.number(number));
    }

    public Term max(Term other) {
        return with(Operation.MAX, other);
    }

    public Term max(double number) {
        return max(formula.number(number));
    }

    /** {@code positive} where this is greater than 0, else {@code other}, also where this is NaN. */
    public Term select(Term positive, Term other) {
        return with(Operation.SELECT, positive, other);
    }

    /** {@code positive} where this is greater than 0, else {@code other}. */
    public Term select(double positive, double other) {
        return select(formula.number(positive), formula.number(other));
    }

    public Term squared() {
        return times(this);
    }

    public Term negated() {
        return times(-1);
    }

    public Term abs() {
        return with(Operation.ABS);
    }

    /** -1, 0 or 1. */
    public Term sign() {
        return select(formula.number(1), negated().select(-1, 0));
    }

    public Term sqrt() {
        return with(Operation.SQRT);
    }

    public Term reciprocal() {
        return formula.number(1).over(this);
    }

    /** e to this power, within the limits of {@link Operation#EXP}. */
    public Term exp() {
        return with(Operation.EXP);
    }

    public Term log() {
        return with(Operation.LOG);
    }

    /** log(1 + this), precise also near 0: what is lost in the sum is put right (Goldberg 1991, theorem 4). */
    public Term log1p() {
        Term sum = plus(1);
        return sum.log().minus(sum.minus(1).minus(this).over(sum));
    }

    /** e to this power - 1, precise also near 0, by the first terms of its series there. */
    public Term expm1() {
        Term series = times(1 / 720.0)
                .plus(1 / 120.0)
                .times(this)
                .plus(1 / 24.0)
                .times(this)
                .plus(1 / 6.0)
                .times(this)
                .plus(0.5)
                .times(this)
                .plus(1)
                .times(this);
        return abs().minus(SERIES).select(exp().minus(1), series);
    }

    public Term tanh() {
        return with(Operation.TANH);
    }

    /** 1 / (1 + e^-this). */
    public Term sigmoid() {
        return negated().exp().plus(1).reciprocal();
    }

    /** The error function, within 2e-7 (Abramowitz and Stegun, 7.1.26). */
    public Term erf() {
        Term t = abs().times(0.3275911).plus(1).reciprocal();
        Term polynomial = t.times(1.061405429)
                .plus(-1.453152027)
                .times(t)
                .plus(1.421413741)
                .times(t)
                .plus(-0.284496736)
                .times(t)
                .plus(0.254829592)
                .times(t);
        Term magnitude =
                formula.number(1).minus(polynomial.times(squared().negated().exp()));
        return select(magnitude, magnitude.negated());
    }
}
