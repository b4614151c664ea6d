package org.backprop.model;

import java.util.Optional;

/**
 * The variable metric method of Broyden, Fletcher, Goldfarb and Shanno: V, the inverse of the Hessian, is built up from the changes of the gradient. V has a
 * row and a column for each parameter, so there may be {@link MinimizerSpec#MOST_DENSE} at most.
 *
 * @param lineSearch how far to go along the direction
 * @param gradientTolerance the training ends where the Euclidean norm of the gradient is not greater
 */
@SpecType(
        key = "bfgs",
        doc =
                "Builds the inverse Hessian up from changes of the gradient; up to 5,000 parameters, on the whole training set.",
        formula =
                "V = (I - s y^T / s^T y) V (I - y s^T / s^T y) + s s^T / s^T y; w = w - a V g, s and y the last changes of w and g",
        source = "Nocedal and Wright 2006, algorithm 6.1")
public record Bfgs(
        @SpecParameter(doc = "How far to go along the direction.", byDefault = "strong_wolfe", main = true)
        LineSearchSpec lineSearch,

        @SpecParameter(
                doc = "The training ends where the Euclidean norm of the gradient is not greater.",
                byDefault = "1.0e-7",
                min = 0)
        double gradientTolerance)
        implements MinimizerSpec {

    @Override
    public Optional<Integer> mostParameters() {
        return Optional.of(MOST_DENSE);
    }
}
