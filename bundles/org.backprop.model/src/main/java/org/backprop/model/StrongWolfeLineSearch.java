package org.backprop.model;

import java.util.Optional;

/**
 * Looks for a step after which the loss has fallen enough and is nearly flat along the direction. Nocedal and Wright:
 * "Numerical optimization", algorithms 3.5 and 3.6, with cubic interpolation.
 *
 * @param sufficientDecrease part of the decrease that the slope promises, which a step must give
 * @param curvature part of the slope that may be left after the step
 * @param maxEvaluations most values of the loss for one step
 */
@SpecType(
        key = "strong_wolfe",
        doc = "Looks for a step after which the loss has fallen enough and is nearly flat along the direction.",
        formula = "L(w + a d) <= L(w) + sufficient_decrease a g^T d, |g(w + a d)^T d| <= curvature |g^T d|",
        source = "torch.optim.LBFGS (strong_wolfe); Nocedal and Wright 2006, algorithms 3.5 and 3.6")
public record StrongWolfeLineSearch(
        @SpecParameter(
                doc = "Part of the decrease that the slope promises, which a step must give.",
                byDefault = "1.0e-4",
                min = 0,
                minExclusive = true,
                max = 0.5,
                maxExclusive = true)
        double sufficientDecrease,

        @SpecParameter(
                doc = "Part of the slope that may be left after the step.",
                byDefault = "0.9",
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true,
                main = true)
        double curvature,

        @SpecParameter(
                doc = "Most values of the loss for one step.",
                byDefault = "25",
                min = 1,
                max = 1000,
                unit = "evaluations")
        int maxEvaluations)
        implements LineSearchSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        return curvature > sufficientDecrease
                ? Optional.empty()
                : Optional.of(new Inconsistency("curvature", "must be greater than sufficient_decrease"));
    }
}
