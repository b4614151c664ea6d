package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.losses.BoundLoss;
import org.backprop.engine.losses.Loss;

/**
 * The kernel calls of a network for one batch size, over views that are fixed. Plans of one network share their memory:
 * the values of one are valid until another is used.
 */
public final class Plan {

    private final View input;
    private final View targets;
    private final View output;
    private final View outputGradient;
    private final BoundLoss loss;
    private final Hits hits;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, View> outputs = new LinkedHashMap<>();

    Plan(Binder binder, Graph graph, Loss loss, int targetColumns, Hits.Of hits) {
        this.loss = binder.loss(loss, targetColumns);
        input = binder.value(0);
        targets = binder.targets(targetColumns);
        output = binder.value(graph.output());
        outputGradient = binder.gradient(graph.output());
        this.hits = hits.of(output, targets);
        List<Node> executed = graph.executed();
        for (int k = 0; k < executed.size(); k++) {
            Node node = executed.get(k);
            steps.add(binder.step(k, loss.gradientBeforeActivation() && node.output() == graph.output()));
            outputs.put(node.name(), binder.value(node.output()));
        }
    }

    /** Where the batch's features go: {@code [batch, size(input shape)]}. */
    public View input() {
        return input;
    }

    /** Where the batch's targets go: class indices {@code [batch, 1]} or numbers {@code [batch, outputs]}. */
    public View targets() {
        return targets;
    }

    /** The network's output after {@link #forward}: {@code [batch, size(output shape)]}. */
    public View output() {
        return output;
    }

    /**
     * Outputs by layer name, in the order of the model, after {@link #forward} and before {@link #backward}; no entry for
     * layers that are views. The output of a layer that is fused with an activation layer behind it is the latter's.
     */
    public Map<String, View> outputs() {
        return outputs;
    }

    /** Computes all outputs from the input. */
    public void forward(Pass pass) {
        for (int k = 0; k < steps.size(); k++) {
            steps.get(k).forward(pass);
        }
    }

    /** Mean loss of the batch, after {@link #forward}. */
    public double loss() {
        return loss.value();
    }

    /** What {@link #loss} is a mean over: the number of samples, or the sum of the weights of their classes. */
    public double weight() {
        return loss.weight().orElse(input.rows());
    }

    /** Number of correctly classified samples of the batch, after {@link #forward}; 0 for regression. */
    public int correct() {
        return hits.count();
    }

    /** Computes the gradients of the mean loss with respect to all parameters, after {@link #forward}. */
    public void backward(Pass pass) {
        differentiateLoss();
        propagate(pass);
    }

    /** The first half of {@link #backward}: writes {@link #outputGradient}. */
    public void differentiateLoss() {
        loss.gradient();
    }

    /**
     * The gradient with respect to the output, or to the argument of the last activation where the loss is fused with
     * that; valid between {@link #differentiateLoss} and {@link #propagate}. Shaped as the output.
     */
    public View outputGradient() {
        return outputGradient;
    }

    /** The second half of {@link #backward}: sends {@link #outputGradient} back through all layers. */
    public void propagate(Pass pass) {
        for (int k = steps.size() - 1; k >= 0; k--) {
            steps.get(k).backward(pass);
        }
    }
}
