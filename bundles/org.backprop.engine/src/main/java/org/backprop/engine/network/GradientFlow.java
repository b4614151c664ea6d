package org.backprop.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the gradients of a graph go in the backward pass. The gradient of a value that several layers read is the sum of
 * what they contribute: the reader that comes first in the backward pass writes the total, each other one a part of its
 * own that is then added to it.
 *
 * <p>Layers are numbered as in {@link Graph#executed}, their inputs by slots from 0.
 */
final class GradientFlow {

    private final Graph graph;
    private final List<Node> executed;
    private final Map<Integer, Input> writers = new HashMap<>();
    private final Map<Integer, Integer> owners = new HashMap<>();

    /** One input of one layer. */
    record Input(int layer, int slot) {}

    /** What a layer's backward pass does with the gradient of an input. */
    enum Kind {
        NONE,
        TOTAL,
        PART
    }

    GradientFlow(Graph graph) {
        this.graph = graph;
        executed = graph.executed();
        owners.put(graph.output(), graph.output());
        for (int k = executed.size() - 1; k >= 0; k--) {
            if (differentiated(k)) {
                assign(k);
            }
        }
    }

    private void assign(int k) {
        Node node = executed.get(k);
        boolean shareable = node.definition().backwardPass().inPlace();
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            int value = node.inputs().get(slot);
            if (graph.needsGradient(value) && writers.putIfAbsent(value, new Input(k, slot)) == null) {
                owners.put(value, shareable ? owners.get(node.output()) : value);
                shareable = false;
            }
        }
    }

    /** Whether a layer has a backward pass. */
    boolean differentiated(int k) {
        return graph.needsGradient(executed.get(k).output());
    }

    Kind kind(int k, int slot) {
        int value = executed.get(k).inputs().get(slot);
        if (!graph.needsGradient(value)) {
            return Kind.NONE;
        }
        return writers.get(value).equals(new Input(k, slot)) ? Kind.TOTAL : Kind.PART;
    }

    /** The value in whose gradient's memory the total gradient of {@code value} lies: often itself. */
    int owner(int value) {
        return owners.get(value);
    }
}
