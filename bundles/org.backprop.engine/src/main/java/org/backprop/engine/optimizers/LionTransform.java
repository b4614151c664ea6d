package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Lion;

/** Lion. Chen et al. 2023, arXiv:2302.06675. */
final class LionTransform {

    private LionTransform() {}

    static GradientTransform of(Lion spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term momentum = rule.slot("exp_avg");
        Term gradient = rule.gradient();
        Term direction = momentum.times(spec.beta1()).plus(gradient.times(1 - spec.beta1()));
        rule.runningMean(momentum, spec.beta2(), gradient);
        rule.descend(direction.sign().times(rule.rate()), spec.weightDecay());
        return rule.transform(kernels);
    }
}
