package org.backprop.engine.kernels;

/** Coefficients of an SGD update, see {@link Kernels#sgd}. */
public record SgdStep(double momentum, double dampening, double weightDecay, boolean nesterov) {}
