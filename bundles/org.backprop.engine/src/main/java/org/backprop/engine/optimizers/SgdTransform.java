package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.SgdStep;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.model.Nesterov;
import org.backprop.model.Sgd;

/** Gradient descent, optionally with momentum, as {@code torch.optim.SGD}. */
record SgdTransform(SgdStep coefficients, Kernels kernels) implements GradientTransform {

    /** Gradient descent without momentum. */
    static final SgdStep PLAIN = new SgdStep(0, 0, 0, false);

    static GradientTransform of(Sgd spec, Kernels kernels) {
        return new SgdTransform(
                new SgdStep(spec.momentum(), spec.dampening(), spec.weightDecay(), spec.nesterov()), kernels);
    }

    static GradientTransform of(Nesterov spec, Kernels kernels) {
        return new SgdTransform(new SgdStep(spec.momentum(), 0, spec.weightDecay(), true), kernels);
    }

    @Override
    public List<String> slots() {
        return coefficients.momentum() == 0 ? List.of() : List.of("momentum_buffer");
    }

    @Override
    public void update(
            long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms norms) {
        kernels.sgd(
                coefficients, learningRate, step, parameters, gradient, slots.isEmpty() ? null : slots.get(0), norms);
    }
}
