package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Scaling;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/** Tangents of the gradients of losses; targets do not change. */
final class TangentLosses {

    private static final Program OF_LOGARITHMS = ofLogarithms();

    private final Kernels kernels;
    private final Scaling scaling;
    private final View[] three = new View[3];
    private final float[] scale = new float[1];

    TangentLosses(Kernels kernels) {
        this.kernels = kernels;
        scaling = new Scaling(kernels);
    }

    private static Program ofLogarithms() {
        Formula formula = new Formula();
        Term logProbability = formula.operand();
        Term tangent = formula.operand();
        Term to = formula.operand();
        return formula.set(to, logProbability.exp().times(tangent).times(formula.scalar()))
                .program();
    }

    /** Of {@code exp(logp) / n}. */
    void logSoftmaxNll(TangentView logProbabilities, TangentView gradient) {
        scale[0] = 1f / gradient.rows();
        three[0] = logProbabilities.value();
        three[1] = logProbabilities.tangent();
        three[2] = gradient.tangent();
        kernels.evaluate(OF_LOGARITHMS, scale, three, null);
    }

    /** Of {@code softmax(z) / n}; uses the gradient's values. */
    void crossEntropy(TangentView logits, TangentView gradient) {
        kernels.activationForward(Activation.SOFTMAX, logits.value(), gradient.value());
        kernels.activationBackward(Activation.SOFTMAX, gradient.value(), logits.tangent(), gradient.tangent());
        scaling.scale(gradient.tangent(), 1f / gradient.rows());
    }
}
