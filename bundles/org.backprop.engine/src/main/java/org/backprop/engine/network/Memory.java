package org.backprop.engine.network;

import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * The buffers of a network.
 *
 * @param parameters all parameters that are trained, flat
 * @param gradients their gradients, in the same places
 * @param frozen all frozen parameters, flat
 * @param frozenGradients where the gradients of frozen parameters go that nobody needs, in the same places; where no
 *     backward pass writes any, the frozen parameters themselves stand in
 * @param statistics all statistics, flat
 * @param arena activations and their gradients
 */
record Memory(
        Kernels kernels,
        Buffer parameters,
        Buffer gradients,
        Buffer frozen,
        Buffer frozenGradients,
        Buffer statistics,
        Buffer arena) {

    /** Allocates the buffers of a graph. */
    static Memory allocate(Kernels kernels, Graph graph, ArenaLayout layout) {
        int parameters = Math.max(1, graph.parameterCount());
        Buffer frozen = kernels.allocate(Math.max(1, graph.frozenCount()));
        return new Memory(
                kernels,
                kernels.allocate(parameters),
                kernels.allocate(parameters),
                frozen,
                graph.differentiatesFrozen() ? kernels.allocate(graph.frozenCount()) : frozen,
                kernels.allocate(Math.max(1, graph.statisticsCount())),
                kernels.allocate(layout.size()));
    }

    /** The buffer that a layer's parameters lie in. */
    Buffer parametersOf(Node node) {
        return node.frozen() ? frozen : parameters;
    }

    /** The buffer that the gradients of a layer's parameters lie in. */
    Buffer gradientsOf(Node node) {
        return node.frozen() ? frozenGradients : gradients;
    }

    /** Views of tensors in one of the flat buffers: vectors {@code [1, length]}, others {@code [first dimension, rest]}. */
    List<View> views(Buffer flat, List<Parameter> parameters) {
        return parameters.stream().map(parameter -> view(flat, parameter)).toList();
    }

    private static View view(Buffer flat, Parameter parameter) {
        int rows = parameter.shape().size() == 1 ? 1 : parameter.shape().getFirst();
        return flat.view(parameter.offset(), rows, parameter.length() / rows);
    }
}
