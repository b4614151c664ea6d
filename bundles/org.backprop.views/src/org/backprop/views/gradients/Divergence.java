package org.backprop.views.gradients;

/**
 * Where the first value arose that is not finite.
 *
 * @param layer name of the layer, or {@code loss}
 * @param step the step
 */
public record Divergence(String layer, long step) {}
