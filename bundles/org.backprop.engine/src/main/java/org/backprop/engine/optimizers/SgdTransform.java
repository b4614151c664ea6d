package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.SgdStep;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.model.Sgd;

/** Stochastic gradient descent, optionally with momentum, as {@code torch.optim.SGD}. */
record SgdTransform(Sgd spec, SgdStep coefficients, Kernels kernels) implements GradientTransform {

    SgdTransform(Sgd spec, Kernels kernels) {
        this(spec, new SgdStep(spec.momentum(), spec.dampening(), spec.weightDecay(), spec.nesterov()), kernels);
    }

    @Override
    public List<String> slots() {
        return spec.momentum() == 0 ? List.of() : List.of("momentum_buffer");
    }

    @Override
    public void update(
            long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms norms) {
        kernels.sgd(
                coefficients, learningRate, step, parameters, gradient, slots.isEmpty() ? null : slots.get(0), norms);
    }
}
