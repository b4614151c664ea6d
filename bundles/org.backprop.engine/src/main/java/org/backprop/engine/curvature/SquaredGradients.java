package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Window;

/**
 * The backward operations with all slopes squared: they send diagonal second derivatives back through a network as the
 * others do gradients. LeCun, Denker and Solla, NIPS 1989, equations 7 to 9, without the terms with second derivatives of
 * the activations (Levenberg and Marquardt's approximation), so that what starts positive stays so.
 */
final class SquaredGradients {

    private static final Program SQUARE = square();

    private final Kernels kernels;
    private final SpareViews spares;
    private final View[] operands = new View[2];

    SquaredGradients(Kernels kernels, SpareViews spares) {
        this.kernels = kernels;
        this.spares = spares;
    }

    private static Program square() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term to = formula.operand();
        return formula.set(to, x.squared()).program();
    }

    /** As {@link BilinearMap#backward}. */
    void product(
            BilinearMap map,
            TangentView x,
            TangentView weight,
            View dy,
            View weightGradient,
            View biasGradient,
            View dx) {
        View squaredWeight = dx == null ? weight.value() : squared(weight, 1);
        map.backward(squared(x, 0), squaredWeight, dy, weightGradient, biasGradient, dx);
    }

    private View squared(TangentView x, int spare) {
        operands[0] = x.value();
        operands[1] = spares.like(x, spare);
        kernels.evaluate(SQUARE, Program.NO_SCALARS, operands, null);
        return operands[1];
    }

    /** As {@link Kernels#activationBackward}. */
    void activation(Activation activation, View y, View dy, View dx) {
        if (activation.acrossUnits()) {
            throw new UnsupportedOperationException("an output of " + activation + " depends on several units");
        }
        kernels.activationBackward(activation, y, dy, dx);
        kernels.activationBackward(activation, y, dx, dx);
    }

    /** As {@link Kernels#averagePoolBackward}. */
    void averagePool(Window window, View dy, View dx) {
        kernels.averagePoolBackward(window, dy, dx);
        float share = 1f / (window.kernel().height() * window.kernel().width());
        kernels.addScaled(share - 1, dx, dx);
    }

    /** As {@link Kernels#dropout} on gradients. */
    int dropout(long seed, long stream, long first, float rate, View dy, View dx) {
        kernels.dropout(seed, stream, first, rate, dy, dx);
        return kernels.dropout(seed, stream, first, rate, dx, dx);
    }
}
