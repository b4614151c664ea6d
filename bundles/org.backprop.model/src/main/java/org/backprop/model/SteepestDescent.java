package org.backprop.model;

/**
 * Steepest descent with a line search. The first step tried is the one that would lower the loss as much as the last.
 *
 * @param lineSearch how far to go along the direction
 * @param gradientTolerance the training ends where the Euclidean norm of the gradient is not greater
 */
@SpecType(
        key = "steepest_descent",
        doc = "Goes along the negative gradient as far as a line search says; on the whole training set.",
        formula = "w = w - a g, a from the line search",
        source = "Cauchy 1847; Nocedal and Wright 2006, chapter 3")
public record SteepestDescent(
        @SpecParameter(doc = "How far to go along the direction.", byDefault = "backtracking", main = true)
        LineSearchSpec lineSearch,

        @SpecParameter(
                doc = "The training ends where the Euclidean norm of the gradient is not greater.",
                byDefault = "1.0e-7",
                min = 0)
        double gradientTolerance)
        implements MinimizerSpec {}
