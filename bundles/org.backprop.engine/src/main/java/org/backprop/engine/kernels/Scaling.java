package org.backprop.engine.kernels;

import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** Multiplies all elements of a view by a number. */
public final class Scaling {

    private static final Program PROGRAM = program();

    private final Kernels kernels;
    private final float[] factor = new float[1];
    private final View[] operand = new View[1];

    /** By these kernels. */
    public Scaling(Kernels kernels) {
        this.kernels = kernels;
    }

    private static Program program() {
        Formula formula = new Formula();
        Term x = formula.operand();
        return formula.set(x, x.times(formula.scalar())).program();
    }

    /** {@code x = by x}. */
    public void scale(View x, double by) {
        factor[0] = (float) by;
        operand[0] = x;
        kernels.evaluate(PROGRAM, factor, operand, null);
    }
}
