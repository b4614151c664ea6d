package org.backprop.model;

import java.util.Optional;

/**
 * The variable metric method of Davidon, Fletcher and Powell: V, the inverse of the Hessian, is built up from the changes of the gradient. V has a
 * row and a column for each parameter, so there may be {@link MinimizerSpec#MOST_DENSE} at most.
 *
 * @param lineSearch how far to go along the direction
 * @param gradientTolerance the training ends where the Euclidean norm of the gradient is not greater
 */
@SpecType(
        key = "dfp",
        doc =
                "Builds the inverse Hessian up from changes of the gradient; up to 5,000 parameters, on the whole training set.",
        formula = "V = V + s s^T / s^T y - V y y^T V / y^T V y; w = w - a V g, s and y the last changes of w and g",
        source = "Fletcher and Powell 1963; Nocedal and Wright 2006, equation 6.15")
public record Dfp(
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
