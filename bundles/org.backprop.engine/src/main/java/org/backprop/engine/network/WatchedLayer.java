package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.backprop.engine.layers.Sizes;
import org.backprop.model.Activation;
import org.backprop.model.BidirectionalLayer;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.Layer;
import org.backprop.model.LayerNormLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.NetworkSection;
import org.backprop.model.RecurrentLayer;
import org.backprop.model.Shape;

/**
 * A layer whose activations tell how a network does: one that has parameters or an activation function, and that the
 * network's output depends on. Element {@code i} of a sample belongs to unit {@code i / positions % units}.
 *
 * @param name name of the layer, as in {@link Plan#outputs}
 * @param function the function that the output has passed last
 * @param units neurons, channels, or features of a sequence
 * @param positions neighbouring elements of a sample that belong to the same unit
 */
public record WatchedLayer(String name, Activation function, int units, int positions) {

    /** Those of a network, in the order of the model. */
    static List<WatchedLayer> of(Graph graph, NetworkSection section) {
        Map<String, LayerSpec> specs = section.layers().stream().collect(Collectors.toMap(Layer::name, Layer::spec));
        Map<String, Node> last = new LinkedHashMap<>();
        graph.executed().forEach(node -> last.put(node.name(), node));
        List<WatchedLayer> layers = new ArrayList<>();
        for (Node node : last.values()) {
            Activation function = function(graph, node.output(), specs);
            boolean hasParameters = graph.nodes().stream()
                    .anyMatch(each -> each.name().equals(node.name())
                            && !each.parameters().isEmpty());
            if (hasParameters || function != Activation.LINEAR) {
                layers.add(of(node, function, specs.get(node.name())));
            }
        }
        return layers;
    }

    /** The function of the layer that writes a value, before layers were fused. */
    private static Activation function(Graph graph, int value, Map<String, LayerSpec> specs) {
        return graph.nodes().stream()
                .filter(node -> !node.isView() && node.output() == value)
                .findFirst()
                .flatMap(node -> specs.get(node.name()).outputFunction())
                .orElse(Activation.LINEAR);
    }

    private static WatchedLayer of(Node node, Activation function, LayerSpec spec) {
        Shape shape = node.definition().output();
        int units =
                hasFeaturesLast(spec) ? shape.dims().getLast() : shape.dims().getFirst();
        int positions = hasFeaturesLast(spec) ? 1 : Sizes.of(shape) / units;
        return new WatchedLayer(node.name(), function, units, positions);
    }

    private static boolean hasFeaturesLast(LayerSpec spec) {
        return switch (spec) {
            case RecurrentLayer recurrent -> true;
            case BidirectionalLayer both -> true;
            case EmbeddingLayer embedding -> true;
            case LayerNormLayer norm -> true;
            default -> false;
        };
    }
}
