package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Adagrad;

/** Adagrad as {@code torch.optim.Adagrad}. Duchi, Hazan, Singer, JMLR 12, 2011. */
final class AdagradTransform {

    private AdagradTransform() {}

    static GradientTransform of(Adagrad spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term gradient = rule.gradient(spec.weightDecay());
        Term squares = rule.slot("sum");
        Term initial = rule.coefficient((step, rate) -> step == 1 ? spec.initialAccumulator() : 0);
        Term sum = squares.plus(initial).plus(gradient.squared());
        Term rate = rule.coefficient((step, base) -> base / (1 + (step - 1) * spec.learningRateDecay()));
        rule.set(squares, sum);
        rule.descend(gradient.times(rate).over(sum.sqrt().plus(spec.epsilon())), 0);
        return rule.transform(kernels);
    }
}
