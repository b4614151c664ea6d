package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.formula.Term;

/** AMSGrad as {@code torch.optim.Adam} and {@code AdamW} with {@code amsgrad=True}. Reddi, Kale, Kumar, ICLR 2018. */
final class AmsgradTransform {

    private AmsgradTransform() {}

    /**
     * The transform.
     *
     * @param l2 weight decay that is added to the gradient
     * @param decoupled weight decay that is taken off the weights
     */
    static GradientTransform of(
            double beta1, double beta2, double epsilon, double l2, double decoupled, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term gradient = rule.gradient(l2);
        Term mean = rule.runningMean(rule.slot("exp_avg"), beta1, gradient);
        Term square = rule.runningMean(rule.slot("exp_avg_sq"), beta2, gradient.squared());
        Term greatest = rule.slot("max_exp_avg_sq");
        Term most = greatest.max(square);
        rule.set(greatest, most);
        Term root = rule.unbiasedRoot(most, beta2).plus(epsilon);
        rule.descend(mean.times(rule.unbiasedRate(beta1)).over(root), decoupled);
        return rule.transform(kernels);
    }
}
