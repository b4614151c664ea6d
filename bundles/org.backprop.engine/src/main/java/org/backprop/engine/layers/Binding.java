package org.backprop.engine.layers;

import java.util.List;

import org.backprop.engine.kernels.View;

/**
 * The views that a layer works on, for one batch size n.
 *
 * @param inputs one view for each input, {@code [n, size(input shape)]}
 * @param output {@code [n, size(output shape)]}
 * @param inputGradients where the layer writes the gradient with respect to each input, as inputs; an entry is null if
 *     nobody needs it
 * @param outputGradient as output
 * @param gradientBeforeActivation whether outputGradient already is the gradient with respect to the argument of the
 *     layer's activation, because the loss is fused with it
 * @param parameters one view for each parameter: vectors {@code [1, length]}, others {@code [first dimension, rest]}
 * @param gradients as parameters
 * @param statistics one view for each of the layer's statistics, as parameters
 * @param workspace {@link LayerDefinition#workspace} elements {@code [1, workspace]}, untouched between forward and
 *     backward pass; null if there are none
 */
public record Binding(
        List<View> inputs,
        View output,
        List<View> inputGradients,
        View outputGradient,
        boolean gradientBeforeActivation,
        List<View> parameters,
        List<View> gradients,
        List<View> statistics,
        View workspace) {

    /** The only or first input. */
    public View input() {
        return inputs.getFirst();
    }

    /** The gradient with respect to the only or first input, or null. */
    public View inputGradient() {
        return inputGradients.getFirst();
    }

    /** Whether two views of the same length are the same memory. */
    static boolean same(View a, View b) {
        return a.buffer() == b.buffer() && a.offset() == b.offset();
    }
}
