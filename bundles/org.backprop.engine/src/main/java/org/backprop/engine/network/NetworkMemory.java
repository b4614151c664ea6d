package org.backprop.engine.network;

import java.util.Optional;

import org.backprop.engine.losses.Loss;
import org.backprop.engine.losses.Losses;
import org.backprop.model.Model;
import org.backprop.model.Shape;

/**
 * What a network will allocate outside the Java heap, known from the shapes alone.
 *
 * @param parameters bytes of all parameters that are trained; the gradients and each slot of an optimizer take as much
 *     again
 * @param frozen bytes of all frozen parameters, and of their gradients where the backward pass leads through them
 * @param activations bytes of the arena: activations, their gradients, and what layers keep between the passes
 */
public record NetworkMemory(long parameters, long frozen, long activations) {

    /** The memory of a model compiled for batches of up to {@code maxBatch} samples. */
    public static NetworkMemory of(Model model, Shape input, int maxBatch) {
        Graph graph = new Graph(model.network(), input);
        int outputs = graph.size(graph.output());
        Loss loss = Losses.compile(model.training().loss(), Optional.empty(), outputs);
        ArenaLayout layout =
                new ArenaLayout(graph, new GradientFlow(graph), outputs, loss.workspace(maxBatch, outputs), maxBatch);
        return of(graph, layout);
    }

    /** All of it, with the gradients. */
    public long total() {
        return 2 * parameters + frozen + activations;
    }

    static NetworkMemory of(Graph graph, ArenaLayout layout) {
        long frozen = bytes(graph.frozenCount());
        return new NetworkMemory(
                bytes(graph.parameterCount()),
                graph.differentiatesFrozen() ? 2 * frozen : frozen,
                bytes(layout.size()));
    }

    private static long bytes(long elements) {
        return Math.multiplyExact(elements, Float.BYTES);
    }
}
