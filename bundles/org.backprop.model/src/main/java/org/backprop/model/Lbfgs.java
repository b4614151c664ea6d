package org.backprop.model;

/**
 * BFGS with limited memory: the direction is made of the last changes of weights and gradient by the two-loop recursion.
 *
 * @param history number of changes that are remembered
 * @param lineSearch how far to go along the direction
 * @param gradientTolerance the training ends where the Euclidean norm of the gradient is not greater
 */
@SpecType(
        key = "lbfgs",
        doc = "BFGS that remembers the last changes in place of a matrix; on the whole training set.",
        formula = "w = w - a V g, V g by the two-loop recursion over the last changes s of w and y of g",
        source = "torch.optim.LBFGS; Nocedal and Wright 2006, algorithms 7.4 and 7.5")
public record Lbfgs(
        @SpecParameter(
                doc = "Number of changes that are remembered; each takes two numbers for each parameter.",
                byDefault = "10",
                min = 1,
                max = 1000,
                main = true)
        int history,

        @SpecParameter(doc = "How far to go along the direction.", byDefault = "strong_wolfe")
        LineSearchSpec lineSearch,

        @SpecParameter(
                doc = "The training ends where the Euclidean norm of the gradient is not greater.",
                byDefault = "1.0e-7",
                min = 0)
        double gradientTolerance)
        implements MinimizerSpec {}
