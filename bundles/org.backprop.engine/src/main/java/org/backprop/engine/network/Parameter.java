package org.backprop.engine.network;

import java.util.List;

/**
 * One parameter tensor and its place in the flat parameter vector (the same in the gradient and each optimizer slot).
 *
 * @param layer name of its layer
 * @param role {@code weight} or {@code bias}
 * @param shape PyTorch's shape: {@code [out, in]} for a dense weight, {@code [out]} for a bias
 * @param offset its first element in the flat vector
 * @param length number of elements
 */
public record Parameter(String layer, String role, List<Integer> shape, int offset, int length) {

    /** {@code <layer>.<role>}, as in a PyTorch state dict. */
    public String name() {
        return layer + "." + role;
    }
}
