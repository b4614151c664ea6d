package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.model.Adam;

/** Adam as {@code torch.optim.Adam}. Kingma, Ba: "Adam: a method for stochastic optimization", ICLR 2015. */
record AdamTransform(Adam spec, AdamStep coefficients, Kernels kernels) implements GradientTransform {

    AdamTransform(Adam spec, Kernels kernels) {
        this(spec, new AdamStep(spec.beta1(), spec.beta2(), spec.epsilon(), spec.weightDecay()), kernels);
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
