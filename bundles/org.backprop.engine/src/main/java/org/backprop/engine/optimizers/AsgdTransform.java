package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Asgd;

/** Averaged SGD as {@code torch.optim.ASGD}. Polyak, Juditsky 1992; Bottou 2010. */
final class AsgdTransform {

    private AsgdTransform() {}

    static GradientTransform of(Asgd spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term gradient = rule.gradient(spec.weightDecay());
        Term eta = rule.coefficient((step, rate) -> eta(spec, step, rate));
        Term shrink = rule.coefficient((step, rate) -> 1 - spec.lambda() * eta(spec, step, rate));
        Term next = rule.weight().times(shrink).minus(gradient.times(eta));
        Term average = rule.slot("ax");
        Term share = rule.coefficient((step, rate) -> 1.0 / Math.max(1, step - 1 - spec.start()));
        rule.set(average, average.plus(next.minus(average).times(share)));
        rule.set(rule.weight(), next);
        return rule.transform(kernels);
    }

    private static double eta(Asgd spec, long step, double rate) {
        return rate / Math.pow(1 + spec.lambda() * rate * (step - 1), spec.alpha());
    }
}
