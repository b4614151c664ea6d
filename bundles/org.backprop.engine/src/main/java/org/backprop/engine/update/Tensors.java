package org.backprop.engine.update;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Parameter;

/** Views of the tensors in a flat buffer. */
final class Tensors {

    private Tensors() {}

    /** All elements {@code [1, length]}. */
    static View whole(Parameter tensor, Buffer flat) {
        return flat.view(tensor.offset(), 1, tensor.length());
    }

    /** The elements that belong to each unit: the rows of a tensor along its first dimension; all of one with one dimension. */
    static List<View> units(Parameter tensor, Buffer flat) {
        int count = tensor.shape().size() > 1 ? tensor.shape().getFirst() : 1;
        int length = tensor.length() / count;
        List<View> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            units.add(flat.view(tensor.offset() + (long) i * length, 1, length));
        }
        return units;
    }
}
