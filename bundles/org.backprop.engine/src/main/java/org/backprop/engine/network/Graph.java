package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.engine.layers.LayerCompiler;
import org.backprop.engine.layers.LayerDefinition;
import org.backprop.engine.layers.ParameterShape;
import org.backprop.engine.layers.Sizes;
import org.backprop.model.Layer;
import org.backprop.model.Shape;

/** The layers of a model with shapes, parameter ranges and the values that they read and write. */
final class Graph {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final BitSet trainable = new BitSet();
    private int parameterCount;

    /** Builds the graph of {@code layers}, each of which reads "input" or an earlier layer. */
    Graph(List<Layer> layers, Shape input) {
        Map<String, Integer> values = new HashMap<>(Map.of("input", 0));
        Map<String, Shape> outputs = new HashMap<>(Map.of("input", input));
        shapes.add(input);
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String source = layer.inputs().getFirst();
            if (!values.containsKey(source)) {
                throw new IllegalArgumentException(
                        "layer '" + layer.name() + "' reads '" + source + "', which is not an earlier layer");
            }
            LayerDefinition definition = LayerCompiler.compile(layer.spec(), outputs.get(source), i);
            int read = values.get(source);
            Node node = new Node(
                    layer.name(), definition, parameters(layer, definition), read, definition.isView() ? read : i + 1);
            shapes.add(definition.output());
            values.put(layer.name(), node.output());
            outputs.put(layer.name(), definition.output());
            if (trainable.get(read) || !node.parameters().isEmpty()) {
                trainable.set(node.output());
            }
            nodes.add(node);
        }
    }

    private List<Parameter> parameters(Layer layer, LayerDefinition definition) {
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterShape shape : definition.parameters()) {
            parameters.add(new Parameter(layer.name(), shape.role(), shape.shape(), parameterCount, shape.length()));
            parameterCount = Math.addExact(parameterCount, shape.length());
        }
        return parameters;
    }

    /** All layers in the order of the model. */
    List<Node> nodes() {
        return nodes;
    }

    /**
     * The layers that compute something and that the network's output depends on, in the order of the model: a chain, as
     * every layer has one input. Layers on other branches keep their initial parameters and have no gradient.
     */
    List<Node> executed() {
        BitSet needed = new BitSet();
        needed.set(output());
        List<Node> executed = new ArrayList<>();
        for (Node node : nodes.reversed()) {
            if (!node.isView() && needed.get(node.output())) {
                needed.set(node.input());
                executed.addFirst(node);
            }
        }
        return executed;
    }

    /** The value that is the network's output: that of the last layer. */
    int output() {
        return nodes.getLast().output();
    }

    /** Number of elements of one sample of a value. */
    int size(int value) {
        return Sizes.of(shapes.get(value));
    }

    /** Whether the loss's gradient with respect to a value is needed: whether parameters stand before it. */
    boolean needsGradient(int value) {
        return trainable.get(value);
    }

    /** Number of elements of all parameters. */
    int parameterCount() {
        return parameterCount;
    }
}
