package org.backprop.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.engine.layers.BackwardPass;

/**
 * Where everything that lives within one step lies in the arena, for the largest batch; smaller batches use the same
 * offsets. Time runs through the forward pass (layer k at k + 1), the loss, and the backward pass (layer k at 2m + 1 - k).
 *
 * <p>The input and the targets live throughout. A layer's output lives until the loss, so that all can be looked at
 * after a forward pass, and on until the last backward pass that reads it; a gradient from its first writer to the
 * backward pass of the layer that it belongs to.
 */
final class ArenaLayout {

    private final Graph graph;
    private final List<Node> executed;
    private final GradientFlow flow;
    private final int maxBatch;
    private final Map<Integer, Lifespan> lives = new HashMap<>();
    private final Map<Integer, Lifespan> gradientLives = new HashMap<>();
    private final Map<Integer, ArenaPlanner.Block> values = new HashMap<>();
    private final Map<Integer, ArenaPlanner.Block> gradients = new HashMap<>();
    private final Map<GradientFlow.Input, ArenaPlanner.Block> parts = new HashMap<>();
    private final Map<Integer, ArenaPlanner.Block> workspaces = new HashMap<>();
    private final ArenaPlanner.Block targets;
    private final ArenaPlanner.Block lossWorkspace;
    private final ArenaPlanner planner = new ArenaPlanner();

    /** First and last time. */
    private record Lifespan(int first, int last) {

        static Lifespan union(Lifespan a, Lifespan b) {
            return new Lifespan(Math.min(a.first, b.first), Math.max(a.last, b.last));
        }
    }

    ArenaLayout(Graph graph, GradientFlow flow, int targetColumns, int lossWorkspace, int maxBatch) {
        this.graph = graph;
        this.flow = flow;
        this.maxBatch = maxBatch;
        executed = graph.executed();
        targets = planner.request((long) maxBatch * targetColumns, 0, backward(0));
        this.lossWorkspace = lossWorkspace == 0 ? null : planner.request(lossWorkspace, lossTime(), lossTime());
        live(lives, 0, 0, backward(0));
        live(gradientLives, graph.output(), lossTime(), lossTime());
        for (int k = 0; k < executed.size(); k++) {
            live(lives, executed.get(k).output(), k + 1, lossTime());
            if (flow.differentiated(k)) {
                passBackward(k);
            }
            requestWorkspace(k);
        }
        request(lives, values);
        request(gradientLives, gradients);
        planner.place();
    }

    private void passBackward(int k) {
        Node node = executed.get(k);
        BackwardPass needs = node.definition().backwardPass();
        int time = backward(k);
        if (needs.readsOutput()) {
            live(lives, node.output(), time, time);
        }
        live(gradientLives, flow.owner(node.output()), time, time);
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            int value = node.inputs().get(slot);
            if (needs.readsInputs()) {
                live(lives, value, time, time);
            }
            switch (flow.kind(k, slot)) {
                case TOTAL -> live(gradientLives, flow.owner(value), time, time);
                case PART -> parts.put(new GradientFlow.Input(k, slot), request(graph.size(value), time, time));
                case NONE -> {}
            }
        }
    }

    private void requestWorkspace(int k) {
        int length = executed.get(k).definition().workspace(maxBatch);
        if (length > 0) {
            int last = flow.differentiated(k) ? backward(k) : k + 1;
            workspaces.put(k, planner.request(length, k + 1, last));
        }
    }

    private static void live(Map<Integer, Lifespan> lives, int value, int first, int last) {
        lives.merge(value, new Lifespan(first, last), Lifespan::union);
    }

    private void request(Map<Integer, Lifespan> lives, Map<Integer, ArenaPlanner.Block> blocks) {
        lives.forEach((value, life) -> blocks.put(value, request(graph.size(value), life.first, life.last)));
    }

    private ArenaPlanner.Block request(int size, int first, int last) {
        return planner.request((long) maxBatch * size, first, last);
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
        return gradients.get(flow.owner(value)).offset();
    }

    /** Offset of the part of a value's gradient that a layer contributes by one input. */
    long part(int k, int slot) {
        return parts.get(new GradientFlow.Input(k, slot)).offset();
    }

    /** Offset of the workspace of a layer that has one. */
    long workspace(int k) {
        return workspaces.get(k).offset();
    }

    /** Offset of the targets. */
    long targets() {
        return targets.offset();
    }

    /** Offset of the workspace of the loss, if it has one. */
    long lossWorkspace() {
        return lossWorkspace.offset();
    }

    /** Number of elements of the arena. */
    long size() {
        return planner.size();
    }
}
