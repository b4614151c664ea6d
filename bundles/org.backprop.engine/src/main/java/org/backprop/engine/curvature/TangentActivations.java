package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** Tangents of the activations and of their gradients. */
final class TangentActivations {

    private static final Program SIGMOID_GRADIENT = sigmoidGradient();
    private static final Program TANH_GRADIENT = tanhGradient();
    private static final Program WEIGHTED = weighted();
    private static final Program DIFFERENCE = difference();

    private final TangentKernels tangents;
    private final Kernels kernels;
    private final View[] operands = new View[2];

    TangentActivations(TangentKernels tangents, Kernels kernels) {
        this.tangents = tangents;
        this.kernels = kernels;
    }

    private static Program sigmoidGradient() {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term dy = formula.operand();
        return formula.set(dy, dy.times(y).times(y.number(1).minus(y))).program();
    }

    private static Program tanhGradient() {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term dy = formula.operand();
        return formula.set(dy, dy.times(y.number(1).minus(y.squared()))).program();
    }

    private static Program weighted() {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term tangent = formula.operand();
        Term to = formula.operand();
        return formula.set(to, y.exp().times(tangent)).program();
    }

    private static Program difference() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term sum = formula.operand();
        return formula.set(x, x.minus(sum)).program();
    }

    /** Makes the tangent of y from that of the argument, which stands in its place; y has its values. */
    void forward(Activation activation, TangentView y) {
        switch (activation) {
            case LINEAR -> {}
            case LOG_SOFTMAX -> {
                if (y.forward() == null) {
                    y.keepForward(logSoftmax(y.value(), y.tangent()));
                }
                y.forward().run();
            }
            default -> kernels.activationBackward(activation, y.value(), y.tangent(), y.tangent());
        }
    }

    /** {@code t - sum of exp(y) t}. */
    private Runnable logSoftmax(View y, View tangent) {
        RowSums sums = new RowSums(kernels, y.rows(), y.columns());
        View[] weighted = {y, tangent, sums.terms()};
        View[] difference = {tangent, sums.spread()};
        return () -> {
            kernels.evaluate(WEIGHTED, Program.NO_SCALARS, weighted, null);
            sums.run();
            kernels.evaluate(DIFFERENCE, Program.NO_SCALARS, difference, null);
        };
    }

    /** {@code dx = dy * activation'}, and its tangent; dx may be dy. */
    void backward(Activation activation, TangentView y, TangentView dy, TangentView dx) {
        if (activation.acrossUnits()) {
            if (!(y.backward() instanceof SoftmaxGradient gradient && gradient.isOf(dy, dx))) {
                y.keepBackward(SoftmaxGradient.of(tangents, activation, y, dy, dx));
            }
            y.backward().run();
            return;
        }
        if (dx != dy) {
            tangents.copy(dy, dx);
        }
        switch (activation) {
            case SIGMOID -> evaluate(SIGMOID_GRADIENT, y, dx);
            case TANH -> evaluate(TANH_GRADIENT, y, dx);
            case RELU -> {
                kernels.activationBackward(activation, y.value(), dx.value(), dx.value());
                kernels.activationBackward(activation, y.value(), dx.tangent(), dx.tangent());
            }
            default -> {}
        }
    }

    private void evaluate(Program program, TangentView y, TangentView dx) {
        operands[0] = y;
        operands[1] = dx;
        tangents.evaluate(program, Program.NO_SCALARS, operands, null);
    }
}
