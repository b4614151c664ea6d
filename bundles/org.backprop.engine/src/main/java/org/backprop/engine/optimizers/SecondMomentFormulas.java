package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** The arithmetic of {@link SecondMoments}, with memory that the tensors of a network share. Nothing is allocated later. */
final class SecondMomentFormulas {

    private final Kernels kernels;
    private final View first;
    private final View second;
    private final Program squares = squares();
    private final Program runningMean = runningMean();
    private final Program ratio;
    private final Program scaled;
    private final float[] scalars = new float[2];
    private final View[] two = new View[2];
    private final View[] three = new View[3];

    /**
     * Memory and formulas.
     *
     * @param most elements of the greatest tensor
     * @param epsilon lower bound of the root of the moments, and of the mean that divides them
     */
    SecondMomentFormulas(Kernels kernels, int most, double epsilon) {
        this.kernels = kernels;
        first = row(most);
        second = row(most);
        ratio = ratio(epsilon);
        scaled = scaled(epsilon * epsilon);
    }

    private static Program squares() {
        Formula formula = new Formula();
        Term result = formula.operand();
        return formula.set(result, formula.operand().squared()).program();
    }

    private static Program runningMean() {
        Formula formula = new Formula();
        Term mean = formula.operand();
        Term kept = mean.times(formula.scalar());
        return formula.set(mean, kept.plus(formula.operand().times(formula.scalar())))
                .program();
    }

    private static Program ratio(double epsilon) {
        Formula formula = new Formula();
        Term sums = formula.operand();
        Term mean = sums.times(formula.scalar());
        return formula.set(sums, formula.operand().over(mean.max(epsilon))).program();
    }

    private static Program scaled(double least) {
        Formula formula = new Formula();
        Term gradient = formula.operand();
        Term moment = formula.operand().times(formula.operand());
        Term update = gradient.over(moment.max(least).sqrt());
        return formula.set(gradient, update).sum(update.squared()).program();
    }

    /** New memory {@code [1, length]}. */
    View row(int length) {
        return kernels.allocate(length).view(0, 1, length);
    }

    /** The beginning of one of two workspaces {@code [1, length]}. */
    View first(int length) {
        return first.buffer().view(0, 1, length);
    }

    /** The beginning of the other {@code [1, length]}. */
    View second(int length) {
        return second.buffer().view(0, 1, length);
    }

    /** {@code x = 1}. */
    void fillOnes(View x) {
        kernels.fill(x, 1);
    }

    /** {@code result = x^2}. */
    void square(View x, View result) {
        evaluate(squares, result, x);
    }

    /** {@code mean = (1 - newest) mean + newest values scale}. */
    void moveMean(View mean, View values, double newest, double scale) {
        scalars[0] = (float) (1 - newest);
        scalars[1] = (float) (newest * scale);
        evaluate(runningMean, mean, values);
    }

    /** Sums of elements, where the arrangement repeats their places. */
    void add(Rearrangement arrangement, View from, View to) {
        kernels.fill(to, 0);
        kernels.rearrange(arrangement, from, to);
    }

    /** Moves elements. */
    void move(Rearrangement arrangement, View from, View to) {
        kernels.rearrange(arrangement, from, to);
    }

    /** {@code sums = values / max(sums scale, epsilon)}. */
    void ratio(View sums, View values, double scale) {
        scalars[0] = (float) scale;
        evaluate(ratio, sums, values);
    }

    /** {@code gradient = gradient / sqrt(max(a b, epsilon^2))}; returns the sum of its squares. */
    double scale(View gradient, View a, View b) {
        three[0] = gradient;
        three[1] = a;
        three[2] = b;
        return kernels.evaluate(scaled, scalars, three, null);
    }

    private void evaluate(Program program, View a, View b) {
        two[0] = a;
        two[1] = b;
        kernels.evaluate(program, scalars, two, null);
    }
}
