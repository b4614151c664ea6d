package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.layers.LayerDefinition;

/**
 * Fuses each element-wise activation layer into the layer before it, if that can be and nobody else reads what the latter
 * writes. The numbers stay the same; a pass over memory is saved.
 */
final class Fusion {

    private final Map<Integer, Integer> readers = new HashMap<>();
    private final Map<Integer, Integer> producers = new HashMap<>();
    private final List<Node> fused = new ArrayList<>();

    private Fusion(List<Node> nodes, int output) {
        readers.put(output, 1);
        for (Node node : nodes) {
            node.inputs().forEach(value -> readers.merge(value, 1, Integer::sum));
        }
        nodes.forEach(this::add);
    }

    /**
     * The layers with those that can be fused as one, in the same order.
     *
     * @param output the value that is the network's output
     */
    static List<Node> fuse(List<Node> nodes, int output) {
        return new Fusion(nodes, output).fused;
    }

    private void add(Node node) {
        Integer before = producers.get(node.inputs().getFirst());
        Optional<LayerDefinition> both =
                before == null || readers.get(node.inputs().getFirst()) > 1 ? Optional.empty() : both(before, node);
        if (both.isPresent()) {
            fused.set(before, fused.get(before).fusedWith(node, both.get()));
            producers.put(node.output(), before);
        } else {
            producers.put(node.output(), fused.size());
            fused.add(node);
        }
    }

    private Optional<LayerDefinition> both(int before, Node node) {
        return node.definition().elementWise().flatMap(fused.get(before).definition()::withActivation);
    }
}
