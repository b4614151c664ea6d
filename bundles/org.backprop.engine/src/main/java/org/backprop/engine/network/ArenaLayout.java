package org.backprop.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where every activation and gradient of a graph lies in the arena, for the largest batch; smaller batches use the same
 * offsets. Time runs through the forward pass (layer k at k + 1), the loss, and the backward pass (layer k at 2m + 1 - k).
 */
final class ArenaLayout {

    private final List<Node> executed;
    private final Map<Integer, ArenaPlanner.Block> values = new HashMap<>();
    private final Map<Integer, ArenaPlanner.Block> gradients = new HashMap<>();
    private final ArenaPlanner.Block targets;
    private final long size;

    ArenaLayout(Graph graph, int targetColumns, long maxBatch) {
        executed = graph.executed();
        ArenaPlanner planner = new ArenaPlanner();
        int end = backward(0);
        values.put(0, planner.request(maxBatch * graph.size(0), 0, end));
        targets = planner.request(maxBatch * targetColumns, 0, end);
        gradients.put(
                graph.output(),
                planner.request(maxBatch * graph.size(graph.output()), lossTime(), backward(producer(graph.output()))));
        for (int k = executed.size() - 1; k >= 0; k--) {
            Node node = executed.get(k);
            values.put(node.output(), planner.request(maxBatch * graph.size(node.output()), k + 1, backward(k)));
            requestInputGradient(graph, maxBatch, planner, k);
        }
        planner.place();
        size = planner.size();
    }

    /** Every executed layer has one input and leads to the output, so no two of them read the same value. */
    private void requestInputGradient(Graph graph, long maxBatch, ArenaPlanner planner, int k) {
        int input = executed.get(k).input();
        if (graph.needsGradient(input)) {
            gradients.put(input, planner.request(maxBatch * graph.size(input), backward(k), backward(producer(input))));
        }
    }

    private int producer(int value) {
        for (int k = 0; k < executed.size(); k++) {
            if (executed.get(k).output() == value) {
                return k;
            }
        }
        return 0;
    }

    private int lossTime() {
        return executed.size() + 1;
    }

    private int backward(int k) {
        return 2 * executed.size() + 1 - k;
    }

    /** Offset of a value. */
    long value(int value) {
        return values.get(value).offset();
    }

    /** Offset of the gradient with respect to a value that needs one. */
    long gradient(int value) {
        return gradients.get(value).offset();
    }

    /** Offset of the targets. */
    long targets() {
        return targets.offset();
    }

    /** Number of elements of the arena. */
    long size() {
        return size;
    }
}
