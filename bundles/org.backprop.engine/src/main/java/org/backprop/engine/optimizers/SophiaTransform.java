package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.Sophia;

/** Sophia. Liu, Li, Hall, Liang, Ma 2023, arXiv:2305.14342, algorithm 3; the first estimate is made in the first update. */
final class SophiaTransform implements GradientTransform {

    private final Sophia spec;
    private final Kernels kernels;
    private final DiagonalEstimate estimates;
    private final GradientTransform rule;
    private final Program average;
    private final View[] operands = new View[2];
    private View estimate;

    SophiaTransform(Sophia spec, Kernels kernels, DiagonalEstimate estimates) {
        this.spec = spec;
        this.kernels = kernels;
        this.estimates = estimates;
        rule = rule(spec, kernels);
        average = average(spec);
    }

    private static GradientTransform rule(Sophia spec, Kernels kernels) {
        UpdateRule rule = new UpdateRule();
        Term mean = rule.runningMean(rule.slot("exp_avg"), spec.beta1(), rule.gradient());
        Term hessian = rule.slot("hessian");
        Term ratio = mean.over(hessian.times(spec.rho()).max(spec.epsilon()));
        rule.descend(ratio.max(-1).min(1).times(rule.rate()), spec.weightDecay());
        return rule.transform(kernels);
    }

    private static Program average(Sophia spec) {
        Formula formula = new Formula();
        Term hessian = formula.operand();
        Term estimate = formula.operand();
        return formula.set(hessian, hessian.times(spec.beta2()).plus(estimate.times(1 - spec.beta2())))
                .program();
    }

    @Override
    public List<String> slots() {
        return rule.slots();
    }

    @Override
    public void update(
            long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms norms) {
        if ((step - 1) % spec.every() == 0) {
            renew(step, slots.get(1));
        }
        rule.update(step, learningRate, parameters, gradient, slots, norms);
    }

    private void renew(long step, View hessian) {
        if (estimate == null) {
            estimate = kernels.allocate(hessian.length()).view(0, 1, hessian.length());
        }
        switch (spec.estimator()) {
            case HUTCHINSON -> estimates.hutchinson(step, estimate);
            case GAUSS_NEWTON_BARTLETT -> estimates.gaussNewtonBartlett(step, estimate);
        }
        operands[0] = hessian;
        operands[1] = estimate;
        kernels.evaluate(average, Program.NO_SCALARS, operands, null);
    }
}
