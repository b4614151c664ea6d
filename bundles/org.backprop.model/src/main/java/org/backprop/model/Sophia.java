package org.backprop.model;

/**
 * Sophia: steps along the mean gradient over an estimate of the Hessian's diagonal, each weight's clipped.
 *
 * @param learningRate greatest step of a weight
 * @param beta1 decay of the running mean of the gradient
 * @param beta2 decay of the running mean of the estimates
 * @param rho factor of the curvature: the greater, the fewer weights are clipped
 * @param epsilon least curvature
 * @param weightDecay part of each weight, times the learning rate, that is taken off at each step
 * @param every steps from one estimate to the next
 * @param estimator how the diagonal of the Hessian is estimated
 */
@SpecType(
        key = "sophia",
        doc =
                "Divides the mean gradient by an estimate of the Hessian's diagonal, which is renewed every few steps, and clips each weight's step.",
        formula =
                "m = beta1 m + (1 - beta1) g; h = beta2 h + (1 - beta2) estimate; w = w (1 - learning_rate weight_decay) - learning_rate clip(m / max(rho h, epsilon), 1)",
        source = "Liu et al. 2023 (arXiv:2305.14342), algorithm 3")
public record Sophia(
        @SpecParameter(
                doc = "Greatest step of a weight.",
                byDefault = "0.0001",
                min = 0,
                minExclusive = true,
                main = true)
        double learningRate,

        @SpecParameter(
                doc = "Decay of the running mean of the gradient.",
                byDefault = "0.965",
                min = 0,
                max = 1,
                maxExclusive = true)
        double beta1,

        @SpecParameter(
                doc = "Decay of the running mean of the estimates.",
                byDefault = "0.99",
                min = 0,
                max = 1,
                maxExclusive = true)
        double beta2,

        @SpecParameter(
                doc = "Factor of the curvature: the greater, the fewer weights are clipped.",
                byDefault = "0.04",
                min = 0,
                minExclusive = true)
        double rho,

        @SpecParameter(doc = "Least curvature.", byDefault = "1.0e-12", min = 0, minExclusive = true)
        double epsilon,

        @SpecParameter(
                doc = "Part of each weight, times the learning rate, that is taken off at each step.",
                byDefault = "0.1",
                min = 0)
        double weightDecay,

        @SpecParameter(
                doc = "Steps from one estimate of the Hessian's diagonal to the next.",
                byDefault = "10",
                min = 1,
                max = 1_000_000,
                unit = "steps")
        int every,

        @SpecParameter(
                doc =
                        "How the diagonal of the Hessian is estimated: hutchinson, or gauss_newton_bartlett for losses with labels.",
                byDefault = "hutchinson")
        CurvatureEstimator estimator)
        implements OptimizerSpec {}
