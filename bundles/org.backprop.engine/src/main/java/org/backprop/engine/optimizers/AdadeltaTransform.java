package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Adadelta;

/** Adadelta as {@code torch.optim.Adadelta}. Zeiler 2012, arXiv:1212.5701. */
final class AdadeltaTransform {

    private AdadeltaTransform() {}

    static GradientTransform of(Adadelta spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term gradient = rule.gradient(spec.weightDecay());
        Term squares = rule.runningMean(rule.slot("square_avg"), spec.rho(), gradient.squared());
        Term updates = rule.slot("acc_delta");
        Term update = updates.plus(spec.epsilon())
                .sqrt()
                .over(squares.plus(spec.epsilon()).sqrt())
                .times(gradient);
        rule.runningMean(updates, spec.rho(), update.squared());
        rule.descend(update.times(rule.rate()), 0);
        return rule.transform(kernels);
    }
}
