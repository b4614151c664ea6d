package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Radam;

/** Rectified Adam as {@code torch.optim.RAdam}. Liu et al., ICLR 2020, arXiv:1908.03265. */
final class RadamTransform {

    /** Below this length of the approximated simple moving average its variance cannot be told. */
    private static final double LEAST = 5;

    private RadamTransform() {}

    static GradientTransform of(Radam spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        boolean decoupled = spec.decoupledWeightDecay();
        Term gradient = rule.gradient(decoupled ? 0 : spec.weightDecay());
        Term mean = rule.runningMean(rule.slot("exp_avg"), spec.beta1(), gradient);
        Term square = rule.runningMean(rule.slot("exp_avg_sq"), spec.beta2(), gradient.squared());
        Term rate = rule.unbiasedRate(spec.beta1());
        Term rectified = rule.coefficient((step, base) -> rectification(spec, step));
        Term adaptive = rectified.over(square.sqrt().plus(spec.epsilon()));
        rule.descend(
                mean.times(rate).times(rectified.select(adaptive, rule.number(1))), decoupled ? spec.weightDecay() : 0);
        return rule.transform(kernels);
    }

    /** The factor of the adaptive step, with the bias correction of its root; 0 where the mean square is too uncertain. */
    private static double rectification(Radam spec, long step) {
        double power = Math.pow(spec.beta2(), step);
        double most = 2 / (1 - spec.beta2()) - 1;
        double rho = most - 2 * step * power / (1 - power);
        return rho <= LEAST
                ? 0
                : Math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho)) * Math.sqrt(1 - power);
    }
}
