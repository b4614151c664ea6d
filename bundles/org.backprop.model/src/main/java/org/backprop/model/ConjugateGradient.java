package org.backprop.model;

/**
 * Nonlinear conjugate gradients (Polak and Ribiere), with a strong Wolfe line search. It starts again from the negative
 * gradient where beta would be negative, and after as many steps as there are parameters.
 *
 * @param curvature part of the slope that may be left after a step
 * @param gradientTolerance the training ends where the Euclidean norm of the gradient is not greater
 */
@SpecType(
        key = "conjugate_gradient",
        doc = "Nonlinear conjugate gradients with a strong Wolfe line search; on the whole training set.",
        formula = "d = -g + beta d, beta = max(0, g^T (g - g_(t-1)) / g_(t-1)^T g_(t-1)); w = w + a d",
        source = "Polak and Ribiere 1969; Nocedal and Wright 2006, algorithm 5.4 (PR+)")
public record ConjugateGradient(
        @SpecParameter(
                doc = "Part of the slope along the direction that may be left after a step.",
                byDefault = "0.1",
                min = 1.0e-4,
                minExclusive = true,
                max = 0.5,
                maxExclusive = true,
                main = true)
        double curvature,

        @SpecParameter(
                doc = "The training ends where the Euclidean norm of the gradient is not greater.",
                byDefault = "1.0e-7",
                min = 0)
        double gradientTolerance)
        implements MinimizerSpec {}
