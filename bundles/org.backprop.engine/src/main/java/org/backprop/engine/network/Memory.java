package org.backprop.engine.network;

import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * The buffers of a network.
 *
 * @param parameters all parameters, flat
 * @param gradients all gradients, in the same places
 * @param arena activations and their gradients
 */
record Memory(Kernels kernels, Buffer parameters, Buffer gradients, Buffer arena) {

    /** Views of parameters in one of the flat buffers: {@code [out, in]} for matrices, {@code [1, out]} for vectors. */
    List<View> views(Buffer flat, List<Parameter> parameters) {
        return parameters.stream().map(parameter -> view(flat, parameter)).toList();
    }

    private static View view(Buffer flat, Parameter parameter) {
        int rows = parameter.shape().size() == 1 ? 1 : parameter.shape().getFirst();
        return flat.view(parameter.offset(), rows, parameter.length() / rows);
    }
}
