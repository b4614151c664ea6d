package org.backprop.engine.network;

import java.util.List;

import org.backprop.engine.kernels.Buffer;

/**
 * One tensor where it lies: its values change as the training goes on.
 *
 * @param name as in {@link NamedTensor}
 * @param shape as in {@link NamedTensor}
 * @param flat the buffer that it lies in
 * @param offset its first element
 * @param length the number of its elements
 */
public record TensorView(String name, List<Integer> shape, Buffer flat, long offset, int length) {

    /** A copy of the values that it has now. */
    public NamedTensor copy() {
        float[] values = new float[length];
        flat.read(offset, values, 0, length);
        return new NamedTensor(name, shape, values);
    }
}
