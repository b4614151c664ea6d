package org.backprop.model;

import java.util.Optional;

/**
 * Newton's method. With a factorization, the Hessian gets as much of the identity added as it needs to be positive
 * definite; with conjugate gradients, a direction of negative curvature ends the inner iteration.
 *
 * @param solver how the direction is found
 * @param lineSearch how far to go along the direction
 * @param gradientTolerance the training ends where the Euclidean norm of the gradient is not greater
 */
@SpecType(
        key = "newton",
        doc =
                "Newton's method with exact second derivatives, damped where the loss is not convex; on the whole training set.",
        formula = "w = w + a d, (H + damping I) d = -g, damping 0 where H is positive definite",
        source = "Nocedal and Wright 2006, algorithms 3.2, 3.3 and 7.1")
public record Newton(
        @SpecParameter(
                doc =
                        "How the direction is found: cholesky (up to 5,000 parameters), conjugate_gradient (any number), or auto.",
                byDefault = "auto",
                main = true)
        NewtonSolver solver,

        @SpecParameter(doc = "How far to go along the direction.", byDefault = "backtracking")
        LineSearchSpec lineSearch,

        @SpecParameter(
                doc = "The training ends where the Euclidean norm of the gradient is not greater.",
                byDefault = "1.0e-7",
                min = 0)
        double gradientTolerance)
        implements MinimizerSpec {

    @Override
    public Optional<Integer> mostParameters() {
        return solver == NewtonSolver.CHOLESKY ? Optional.of(MOST_DENSE) : Optional.empty();
    }
}
