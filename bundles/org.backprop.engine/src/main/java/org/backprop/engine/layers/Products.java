package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** Element-wise products of views. */
final class Products {

    private static final Program PRODUCT = product(false);
    private static final Program OWN_PRODUCT = product(true);

    private Products() {}

    private static Program product(boolean own) {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term y = formula.operand();
        Term to = own ? x : formula.operand();
        return formula.set(to, x.times(y)).program();
    }

    /** {@code to = x y}, bound to views; {@code to} may be x. */
    static Runnable bind(Kernels kernels, View x, View y, View to) {
        boolean own = Binding.same(x, to);
        Program program = own ? OWN_PRODUCT : PRODUCT;
        View[] operands = own ? new View[] {x, y} : new View[] {x, y, to};
        return () -> kernels.evaluate(program, Program.NO_SCALARS, operands, null);
    }
}
