package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.AdaBelief;

/** AdaBelief. Zhuang et al., NeurIPS 2020, arXiv:2010.07468, algorithm 2, with decoupled weight decay. */
final class AdaBeliefTransform {

    private AdaBeliefTransform() {}

    static GradientTransform of(AdaBelief spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term gradient = rule.gradient();
        Term mean = rule.runningMean(rule.slot("exp_avg"), spec.beta1(), gradient);
        Term variance = rule.slot("exp_avg_var");
        Term belief = variance.times(spec.beta2())
                .plus(gradient.minus(mean).squared().times(1 - spec.beta2()))
                .plus(spec.epsilon());
        rule.set(variance, belief);
        Term root = rule.unbiasedRoot(belief, spec.beta2()).plus(spec.epsilon());
        rule.descend(mean.times(rule.unbiasedRate(spec.beta1())).over(root), spec.weightDecay());
        return rule.transform(kernels);
    }
}
