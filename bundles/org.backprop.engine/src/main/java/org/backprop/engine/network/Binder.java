package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Binding;
import org.backprop.engine.layers.LayerDefinition;
import org.backprop.engine.losses.BoundLoss;
import org.backprop.engine.losses.Loss;
import org.backprop.engine.losses.LossBinding;

/**
 * Makes the views and steps of one plan.
 *
 * @param predicting whether the plan is for predictions alone, with parameters that stay
 */
record Binder(Graph graph, GradientFlow flow, ArenaLayout layout, Memory memory, int batch, boolean predicting) {

    View value(int value) {
        return memory.arena().view(layout.value(value), batch, graph.size(value));
    }

    /** The total gradient with respect to a value. */
    View gradient(int value) {
        return memory.arena().view(layout.gradient(value), batch, graph.size(value));
    }

    View targets(int columns) {
        return memory.arena().view(layout.targets(), batch, columns);
    }

    /** The loss of the batch. */
    BoundLoss loss(Loss loss, int targetColumns) {
        int length = loss.workspace(batch, graph.size(graph.output()));
        return loss.bind(new LossBinding(
                memory.kernels(),
                value(graph.output()),
                targets(targetColumns),
                gradient(graph.output()),
                length == 0 ? null : memory.arena().view(layout.lossWorkspace(), 1, length)));
    }

    /** The step of the k-th executed layer. */
    Step step(int k, boolean gradientBeforeActivation) {
        Node node = graph.executed().get(k);
        LayerDefinition definition = node.definition();
        boolean differentiated = flow.differentiated(k);
        List<View> inputGradients = inputGradients(k, node);
        Binding binding = new Binding(
                node.inputs().stream().map(this::value).toList(),
                value(node.output()),
                inputGradients,
                differentiated ? gradient(node.output()) : null,
                gradientBeforeActivation,
                memory.views(memory.parametersOf(node), node.parameters()),
                memory.views(memory.gradientsOf(node), node.parameters()),
                memory.views(memory.statistics(), node.statistics()),
                workspace(k, definition.workspace(batch)));
        return new Step(
                memory.kernels(),
                predicting
                        ? definition.bindForPredictions(memory.kernels(), binding)
                        : definition.bind(memory.kernels(), binding),
                differentiated,
                sums(k, node, inputGradients));
    }

    private List<View> inputGradients(int k, Node node) {
        List<View> gradients = new ArrayList<>();
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            int value = node.inputs().get(slot);
            gradients.add(
                    switch (flow.kind(k, slot)) {
                        case NONE -> null;
                        case TOTAL -> gradient(value);
                        case PART -> memory.arena().view(layout.part(k, slot), batch, graph.size(value));
                    });
        }
        return gradients;
    }

    private List<Step.Sum> sums(int k, Node node, List<View> inputGradients) {
        List<Step.Sum> sums = new ArrayList<>();
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            if (flow.kind(k, slot) == GradientFlow.Kind.PART) {
                sums.add(new Step.Sum(
                        inputGradients.get(slot), gradient(node.inputs().get(slot))));
            }
        }
        return sums;
    }

    private View workspace(int k, int length) {
        return length == 0 ? null : memory.arena().view(layout.workspace(k), 1, length);
    }
}
