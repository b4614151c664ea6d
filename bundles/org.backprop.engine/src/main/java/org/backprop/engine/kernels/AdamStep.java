package org.backprop.engine.kernels;

/** Coefficients of an Adam update, see {@link Kernels#adam}. */
public record AdamStep(double beta1, double beta2, double epsilon, double weightDecay) {}
