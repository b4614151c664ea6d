package org.backprop.engine.update;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Lookahead;

/** See {@link Lookahead}. */
final class SlowParameters {

    private final Lookahead spec;
    private final Kernels kernels;
    private final Program program;
    private final float[] scalars = {};
    private final View[] operands;

    /** The slow ones are {@code [1, N]} and set before the first update. */
    SlowParameters(Lookahead spec, Kernels kernels, View parameters, View slow) {
        this.spec = spec;
        this.kernels = kernels;
        operands = new View[] {parameters, slow};
        Formula formula = new Formula();
        Term w = formula.operand();
        Term s = formula.operand();
        Term next = s.plus(w.minus(s).times(spec.alpha()));
        program = formula.set(w, next).set(s, next).program();
    }

    /** Before update number {@code update}, from 1. */
    void before(long update) {
        if (update == 1) {
            kernels.copy(operands[0], operands[1]);
        }
    }

    /** After update number {@code update}, from 1. */
    void after(long update) {
        if (update % spec.steps() == 0) {
            kernels.evaluate(program, scalars, operands, null);
        }
    }
}
