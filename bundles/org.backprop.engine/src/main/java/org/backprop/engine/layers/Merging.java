package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.engine.layers.Bidirectional.Outputs;
import org.backprop.model.BidirectionalMerge;

/** Merges the outputs of two directions, and divides the gradient. */
interface Merging {

    void forward();

    void backward();

    /**
     * The merging of two outputs into that of a layer.
     *
     * @param units elements of each output at each step
     */
    static Merging of(
            BidirectionalMerge merge, Kernels kernels, Binding binding, Outputs first, Outputs second, int units) {
        return merge == BidirectionalMerge.CONCAT
                ? Concatenation.of(kernels, binding, first, second, units)
                : Arithmetic.of(merge, kernels, binding, first, second);
    }

    /** One behind the other at each step. */
    record Concatenation(
            Kernels kernels,
            Binding views,
            Outputs first,
            Outputs second,
            Rearrangement toLeft,
            Rearrangement toRight,
            Rearrangement fromLeft,
            Rearrangement fromRight)
            implements Merging {

        static Concatenation of(Kernels kernels, Binding binding, Outputs first, Outputs second, int units) {
            int rows = first.values().length() / units;
            Rearrangement left = Copies.intoRows(rows, units, 2 * units, 0);
            Rearrangement right = Copies.intoRows(rows, units, 2 * units, units);
            return new Concatenation(kernels, binding, first, second, left, right, left.back(false), right.back(false));
        }

        @Override
        public void forward() {
            kernels.rearrange(toLeft, first.values(), views.output());
            kernels.rearrange(toRight, second.values(), views.output());
        }

        @Override
        public void backward() {
            kernels.rearrange(fromLeft, views.outputGradient(), first.gradients());
            kernels.rearrange(fromRight, views.outputGradient(), second.gradients());
        }
    }

    /** Element by element. */
    record Arithmetic(Kernels kernels, Program program, View[] values, Program gradient, View[] gradients)
            implements Merging {

        static Arithmetic of(
                BidirectionalMerge merge, Kernels kernels, Binding binding, Outputs first, Outputs second) {
            View a = first.values();
            View b = second.values();
            return new Arithmetic(
                    kernels, forward(merge), new View[] {a, b, binding.output()}, backward(merge), new View[] {
                        a, b, binding.outputGradient(), first.gradients(), second.gradients()
                    });
        }

        private static double share(BidirectionalMerge merge) {
            return merge == BidirectionalMerge.AVERAGE ? 0.5 : 1;
        }

        private static Program forward(BidirectionalMerge merge) {
            Formula formula = new Formula();
            Term a = formula.operand();
            Term b = formula.operand();
            Term y = formula.operand();
            boolean product = merge == BidirectionalMerge.MULTIPLY;
            return formula.set(y, product ? a.times(b) : a.plus(b).times(share(merge)))
                    .program();
        }

        private static Program backward(BidirectionalMerge merge) {
            Formula formula = new Formula();
            Term a = formula.operand();
            Term b = formula.operand();
            Term dy = formula.operand();
            Term da = formula.operand();
            Term db = formula.operand();
            boolean product = merge == BidirectionalMerge.MULTIPLY;
            return formula.set(da, product ? dy.times(b) : dy.times(share(merge)))
                    .set(db, product ? dy.times(a) : dy.times(share(merge)))
                    .program();
        }

        @Override
        public void forward() {
            kernels.evaluate(program, Program.NO_SCALARS, values, null);
        }

        @Override
        public void backward() {
            kernels.evaluate(gradient, Program.NO_SCALARS, gradients, null);
        }
    }
}
