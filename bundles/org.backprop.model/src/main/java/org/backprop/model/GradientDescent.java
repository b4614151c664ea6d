package org.backprop.model;

/**
 * Gradient descent with a fixed step on the whole training set: one step is an epoch, whatever the batch size says.
 *
 * @param learningRate step size
 */
@SpecType(
        key = "gradient_descent",
        doc = "Gradient descent on the whole training set: each epoch makes one step.",
        formula = "w = w - learning_rate g",
        source = "Cauchy 1847")
public record GradientDescent(
        @SpecParameter(doc = "Step size.", byDefault = "0.1", min = 0, minExclusive = true, main = true)
        double learningRate)
        implements OptimizerSpec {}
