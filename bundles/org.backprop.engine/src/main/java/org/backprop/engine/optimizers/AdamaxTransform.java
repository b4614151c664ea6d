package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Adamax;

/** Adamax as {@code torch.optim.Adamax}. Kingma, Ba, ICLR 2015, section 7.1. */
final class AdamaxTransform {

    private AdamaxTransform() {}

    static GradientTransform of(Adamax spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term gradient = rule.gradient(spec.weightDecay());
        Term mean = rule.runningMean(rule.slot("exp_avg"), spec.beta1(), gradient);
        Term infinity = rule.slot("exp_inf");
        Term greatest = infinity.times(spec.beta2()).max(gradient.abs().plus(spec.epsilon()));
        rule.set(infinity, greatest);
        Term rate = rule.unbiasedRate(spec.beta1());
        rule.descend(mean.times(rate).over(greatest), 0);
        return rule.transform(kernels);
    }
}
