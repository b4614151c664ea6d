package org.backprop.engine.update;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** Multiplies all elements of a view by a number. */
final class Scaling {

    private final Kernels kernels;
    private final Program program;
    private final float[] factor = new float[1];
    private final View[] operand = new View[1];

    Scaling(Kernels kernels) {
        this.kernels = kernels;
        Formula formula = new Formula();
        Term x = formula.operand();
        program = formula.set(x, x.times(formula.scalar())).program();
    }

    void scale(View x, double by) {
        factor[0] = (float) by;
        operand[0] = x;
        kernels.evaluate(program, factor, operand, null);
    }
}
