package org.backprop.engine.kernels;

/**
 * Coefficients of batch normalization.
 *
 * @param channels number of channels C; each row of the input holds {@code [C, m / C]}
 * @param momentum weight of the new batch in the running statistics, in [0, 1]
 * @param epsilon added to the variance, greater than 0
 */
public record BatchNormStep(int channels, double momentum, double epsilon) {}
