package org.backprop.engine.kernels;

/**
 * Coefficients of one Adam update, see {@link Kernels#adam}.
 *
 * @param step t, the number of this update, counted from 1
 */
public record AdamStep(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, long step) {}
