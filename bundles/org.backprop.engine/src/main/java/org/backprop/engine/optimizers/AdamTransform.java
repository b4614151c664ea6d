package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.model.Adam;
import org.backprop.model.AdamW;
import org.backprop.model.Amsgrad;

/**
 * Adam as {@code torch.optim.Adam}, and AdamW. Kingma, Ba: "Adam: a method for stochastic optimization", ICLR 2015;
 * Loshchilov, Hutter: "Decoupled weight decay regularization", ICLR 2019.
 */
record AdamTransform(AdamStep coefficients, Kernels kernels) implements GradientTransform {

    static GradientTransform of(Adam spec, Kernels kernels) {
        return spec.amsgrad()
                ? AmsgradTransform.of(spec.beta1(), spec.beta2(), spec.epsilon(), spec.weightDecay(), 0, kernels)
                : new AdamTransform(
                        new AdamStep(spec.beta1(), spec.beta2(), spec.epsilon(), spec.weightDecay()), kernels);
    }

    static GradientTransform of(AdamW spec, Kernels kernels) {
        return spec.amsgrad()
                ? AmsgradTransform.of(spec.beta1(), spec.beta2(), spec.epsilon(), 0, spec.weightDecay(), kernels)
                : new AdamTransform(
                        new AdamStep(spec.beta1(), spec.beta2(), spec.epsilon(), spec.weightDecay(), true), kernels);
    }

    static GradientTransform of(Amsgrad spec, Kernels kernels) {
        return AmsgradTransform.of(spec.beta1(), spec.beta2(), spec.epsilon(), spec.weightDecay(), 0, kernels);
    }

    @Override
    public List<String> slots() {
        return List.of("exp_avg", "exp_avg_sq");
    }

    @Override
    public void update(
            long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms norms) {
        kernels.adam(coefficients, learningRate, step, parameters, gradient, slots.get(0), slots.get(1), norms);
    }
}
