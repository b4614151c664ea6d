package org.backprop.engine.network;

import java.util.List;

/**
 * One tensor of a layer and its place in a flat vector: a parameter (its place is the same in the gradient and in each
 * optimizer slot) or a statistic.
 *
 * @param layer name of its layer
 * @param role name within the layer, as in a PyTorch state dict, for example {@code weight} or {@code running_mean}
 * @param shape PyTorch's shape, for example {@code [out, in]} for a dense weight
 * @param offset its first element in the flat vector
 * @param length number of elements
 */
public record Parameter(String layer, String role, List<Integer> shape, int offset, int length) {

    /** {@code <layer>.<role>}, as in a PyTorch state dict. */
    public String name() {
        return layer + "." + role;
    }
}
