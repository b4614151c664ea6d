package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Parameter;

/** The tensors in a flat vector. */
final class TensorViews {

    private TensorViews() {}

    /** A view {@code [first dimension, rest]} of each tensor; of a vector {@code [1, length]}. */
    static List<View> of(List<Parameter> tensors, View flat) {
        return tensors.stream().map(tensor -> of(tensor, flat)).toList();
    }

    static View of(Parameter tensor, View flat) {
        int rows = isMatrix(tensor) ? tensor.shape().getFirst() : 1;
        return flat.buffer().view(flat.offset() + tensor.offset(), rows, tensor.length() / rows);
    }

    /** Whether a tensor has two dimensions or more. */
    static boolean isMatrix(Parameter tensor) {
        return tensor.shape().size() > 1;
    }
}
