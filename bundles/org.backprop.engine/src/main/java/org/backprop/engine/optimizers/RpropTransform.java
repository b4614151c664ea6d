package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Rprop;

/** Rprop as {@code torch.optim.Rprop}. Riedmiller, Braun, IEEE ICNN 1993. */
final class RpropTransform {

    private RpropTransform() {}

    static GradientTransform of(Rprop spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term gradient = rule.gradient();
        Term previous = rule.slot("prev");
        Term size = rule.slot("step_size");
        Term agreement = gradient.times(previous);
        Term initial = rule.coefficient((step, rate) -> step == 1 ? rate : 0);
        Term factor = agreement.select(
                rule.number(spec.increase()), agreement.negated().select(spec.decrease(), 1));
        Term resized = size.plus(initial).times(factor).max(spec.smallest()).min(spec.greatest());
        Term kept = agreement.negated().select(rule.number(0), gradient);
        rule.set(size, resized);
        rule.set(previous, kept);
        rule.descend(kept.sign().times(resized), 0);
        return rule.transform(kernels);
    }
}
