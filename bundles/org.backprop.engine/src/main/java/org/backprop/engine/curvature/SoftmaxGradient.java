package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** The gradient of softmax or log-softmax, made of other operations. */
final class SoftmaxGradient implements Runnable {

    private static final Program PRODUCT = product();
    private static final Program OF_SOFTMAX = ofSoftmax();
    private static final Program OF_LOG_SOFTMAX = ofLogSoftmax();

    private final Kernels kernels;
    private final boolean ofLogarithm;
    private final View dy;
    private final View dx;
    private final RowSums sums;
    private final View[] product;
    private final View[] result;

    private SoftmaxGradient(Kernels kernels, boolean ofLogarithm, View y, View dy, View dx) {
        this.kernels = kernels;
        this.ofLogarithm = ofLogarithm;
        this.dy = dy;
        this.dx = dx;
        sums = new RowSums(kernels, y.rows(), y.columns());
        product = new View[] {y, dy, sums.terms()};
        result = new View[] {y, dx, sums.spread()};
    }

    static SoftmaxGradient of(Kernels kernels, Activation activation, View y, View dy, View dx) {
        return new SoftmaxGradient(kernels, activation == Activation.LOG_SOFTMAX, y, dy, dx);
    }

    boolean isOf(View dy, View dx) {
        return this.dy == dy && this.dx == dx;
    }

    private static Program product() {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term dy = formula.operand();
        Term to = formula.operand();
        return formula.set(to, y.times(dy)).program();
    }

    private static Program ofSoftmax() {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term dx = formula.operand();
        Term sum = formula.operand();
        return formula.set(dx, y.times(dx.minus(sum))).program();
    }

    private static Program ofLogSoftmax() {
        Formula formula = new Formula();
        Term y = formula.operand();
        Term dx = formula.operand();
        Term sum = formula.operand();
        return formula.set(dx, dx.minus(y.exp().times(sum))).program();
    }

    @Override
    public void run() {
        if (ofLogarithm) {
            kernels.copy(dy, sums.terms());
        } else {
            kernels.evaluate(PRODUCT, Program.NO_SCALARS, product, null);
        }
        sums.run();
        if (dx != dy) {
            kernels.copy(dy, dx);
        }
        kernels.evaluate(ofLogarithm ? OF_LOG_SOFTMAX : OF_SOFTMAX, Program.NO_SCALARS, result, null);
    }
}
