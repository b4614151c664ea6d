package org.backprop.model;

import java.util.List;

/**
 * Shapes and counts of one layer.
 *
 * @param name name of the layer
 * @param type key of its type, such as {@code dense}
 * @param inputs names of the layers whose outputs it takes
 * @param ins shape of each input for one sample
 * @param out shape of its output for one sample
 * @param parameters number of trainable parameters
 * @param flops multiplications and additions of the forward pass for one sample
 */
public record LayerSummary(
        String name, String type, List<String> inputs, List<Shape> ins, Shape out, long parameters, long flops) {

    /** Copies the lists. */
    public LayerSummary {
        inputs = List.copyOf(inputs);
        ins = List.copyOf(ins);
    }

    /** Shape of its first input. */
    public Shape in() {
        return ins.getFirst();
    }
}
