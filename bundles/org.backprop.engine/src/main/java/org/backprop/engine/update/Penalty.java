package org.backprop.engine.update;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Parameter;

/** The penalty {@code l1 sum |w| + l2 sum w^2} on one tensor. */
final class Penalty {

    private final Kernels kernels;
    private final float curvature;
    private final Program value;
    private final Program gradient;
    private final View[] weights;
    private final View[] weightsAndGradient;

    Penalty(double l1, double l2, Parameter tensor, Network network) {
        kernels = network.kernels();
        curvature = (float) (2 * l2);
        View w = Tensors.whole(tensor, network.parameterBuffer());
        weights = new View[] {w};
        weightsAndGradient = new View[] {w, Tensors.whole(tensor, network.gradientBuffer())};
        value = value(l1, l2);
        gradient = gradient(l1, l2);
    }

    private static Program value(double l1, double l2) {
        Formula formula = new Formula();
        Term w = formula.operand();
        Term magnitude = w.abs().times(l1);
        Term square = w.squared().times(l2);
        return formula.sum(l1 == 0 ? square : l2 == 0 ? magnitude : magnitude.plus(square))
                .program();
    }

    private static Program gradient(double l1, double l2) {
        Formula formula = new Formula();
        Term w = formula.operand();
        Term g = formula.operand();
        Term shrunk = l2 == 0 ? g : g.plus(w.times(2 * l2));
        return formula.set(g, l1 == 0 ? shrunk : shrunk.plus(w.sign().times(l1)))
                .program();
    }

    double value() {
        return kernels.evaluate(value, Program.NO_SCALARS, weights, null);
    }

    void addGradient() {
        kernels.evaluate(gradient, Program.NO_SCALARS, weightsAndGradient, null);
    }

    /** Adds the product of the Hessian, {@code 2 l2} times the identity, with a direction over all parameters. */
    void addHessianProduct(View direction, View result) {
        if (curvature != 0) {
            kernels.addScaled(curvature, part(direction), part(result));
        }
    }

    private View part(View vector) {
        return vector.buffer().view(vector.offset() + weights[0].offset(), 1, weights[0].length());
    }
}
