package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Nadam;

/** Adam with Nesterov momentum as {@code torch.optim.NAdam}. Dozat, ICLR workshop 2016. */
final class NadamTransform {

    private NadamTransform() {}

    static GradientTransform of(Nadam spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        boolean decoupled = spec.decoupledWeightDecay();
        MomentumSchedule momentum = new MomentumSchedule(spec.beta1(), spec.momentumDecay());
        Term gradient = rule.gradient(decoupled ? 0 : spec.weightDecay());
        Term mean = rule.runningMean(rule.slot("exp_avg"), spec.beta1(), gradient);
        Term square = rule.runningMean(rule.slot("exp_avg_sq"), spec.beta2(), gradient.squared());
        Term root = rule.unbiasedRoot(square, spec.beta2()).plus(spec.epsilon());
        Term now = rule.coefficient((step, rate) -> rate * (1 - momentum.at(step)) / (1 - momentum.product(step)));
        Term ahead = rule.coefficient((step, rate) -> rate * momentum.at(step + 1) / (1 - momentum.product(step + 1)));
        rule.descend(gradient.times(now).plus(mean.times(ahead)).over(root), decoupled ? spec.weightDecay() : 0);
        return rule.transform(kernels);
    }
}
