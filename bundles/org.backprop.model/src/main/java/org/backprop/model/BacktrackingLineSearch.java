package org.backprop.model;

/**
 * Shortens the step until the loss has fallen enough. Nocedal and Wright: "Numerical optimization", algorithm 3.1.
 *
 * @param sufficientDecrease part of the decrease that the slope promises, which a step must give
 * @param contraction factor of a step that is too long
 * @param maxEvaluations most values of the loss for one step
 */
@SpecType(
        key = "backtracking",
        doc = "Shortens the step until the loss has fallen enough (Armijo's condition).",
        formula = "a = contraction a until L(w + a d) <= L(w) + sufficient_decrease a g^T d",
        source = "Armijo 1966; Nocedal and Wright 2006, algorithm 3.1")
public record BacktrackingLineSearch(
        @SpecParameter(
                doc = "Part of the decrease that the slope promises, which a step must give.",
                byDefault = "1.0e-4",
                min = 0,
                minExclusive = true,
                max = 0.5,
                maxExclusive = true)
        double sufficientDecrease,

        @SpecParameter(
                doc = "Factor of a step that is too long.",
                byDefault = "0.5",
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true,
                main = true)
        double contraction,

        @SpecParameter(
                doc = "Most values of the loss for one step.",
                byDefault = "40",
                min = 1,
                max = 1000,
                unit = "evaluations")
        int maxEvaluations)
        implements LineSearchSpec {}
