package org.backprop.runlog.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A node of the graph that TensorBoard draws: a layer of the network, or its input.
 *
 * @param name unique name
 * @param operation what it computes, such as {@code dense}
 * @param inputs names of the nodes whose outputs it takes
 * @param shape shape of its output for one sample
 * @param attributes its settings as texts
 */
public record GraphNode(
        String name,
        String operation,
        List<String> inputs,
        List<Integer> shape,
        SequencedMap<String, String> attributes) {

    /** Copies the collections. */
    public GraphNode {
        inputs = List.copyOf(inputs);
        shape = List.copyOf(shape);
        attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    }
}
