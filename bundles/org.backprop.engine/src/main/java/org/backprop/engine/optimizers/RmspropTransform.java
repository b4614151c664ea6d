package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Rmsprop;

/** RMSprop as {@code torch.optim.RMSprop}. Tieleman, Hinton 2012; centered: Graves 2013, arXiv:1308.0850. */
final class RmspropTransform {

    private RmspropTransform() {}

    static GradientTransform of(Rmsprop spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term gradient = rule.gradient(spec.weightDecay());
        Term square = rule.runningMean(rule.slot("square_avg"), spec.alpha(), gradient.squared());
        if (spec.centered()) {
            square = square.minus(rule.runningMean(rule.slot("grad_avg"), spec.alpha(), gradient)
                            .squared())
                    .max(0);
        }
        Term scaled = gradient.over(square.sqrt().plus(spec.epsilon()));
        if (spec.momentum() > 0) {
            Term buffer = rule.slot("momentum_buffer");
            scaled = buffer.times(spec.momentum()).plus(scaled);
            rule.set(buffer, scaled);
        }
        rule.descend(scaled.times(rule.rate()), 0);
        return rule.transform(kernels);
    }
}
