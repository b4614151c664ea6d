package org.backprop.model;

import java.util.List;

/**
 * Shapes and counts of one layer.
 *
 * @param name name of the layer
 * @param type key of its type, such as {@code dense}
 * @param inputs names of the layers whose outputs it takes
 * @param in shape of its input for one sample
 * @param out shape of its output for one sample
 * @param parameters number of trainable parameters
 * @param flops multiplications and additions of the forward pass for one sample
 */
public record LayerSummary(
        String name, String type, List<String> inputs, Shape in, Shape out, long parameters, long flops) {

    /** Copies the list. */
    public LayerSummary {
        inputs = List.copyOf(inputs);
    }
}
