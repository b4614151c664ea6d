package org.backprop.engine.kernels;

/**
 * Coefficients of one SGD update, see {@link Kernels#sgd}.
 *
 * @param first whether this is the first update, which initialises the velocity with the gradient
 */
public record SgdStep(
        double learningRate, double momentum, double dampening, double weightDecay, boolean nesterov, boolean first) {}
