package org.backprop.engine.layers;

import java.util.List;

import org.backprop.engine.kernels.View;

/**
 * The views that a layer works on, for one batch size n.
 *
 * @param input {@code [n, size(input shape)]}
 * @param output {@code [n, size(output shape)]}
 * @param inputGradient as input, or null if nobody needs it
 * @param outputGradient as output
 * @param gradientBeforeActivation whether outputGradient already is the gradient with respect to the argument of the
 *     layer's activation, because the loss is fused with it
 * @param parameters one view for each parameter, weights {@code [out, in]}, biases {@code [1, out]}
 * @param gradients as parameters
 */
public record Binding(
        View input,
        View output,
        View inputGradient,
        View outputGradient,
        boolean gradientBeforeActivation,
        List<View> parameters,
        List<View> gradients) {}
