package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backprop.engine.layers.Branch;
import org.backprop.engine.layers.LayerCompiler;
import org.backprop.engine.layers.LayerDefinition;
import org.backprop.engine.layers.Sizes;
import org.backprop.model.Layer;
import org.backprop.model.NetworkSection;
import org.backprop.model.Shape;
import org.backprop.model.StochasticDepthLayer;

/** The layers of a model with shapes, parameter ranges and the values that they read and write. */
final class Graph {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> executed;
    private final List<Shape> shapes = new ArrayList<>();
    private final BitSet trainable = new BitSet();
    private final FlatVector parameters = new FlatVector();
    private final FlatVector frozenParameters = new FlatVector();
    private final FlatVector statistics = new FlatVector();

    /** Builds the graph of a network, each of whose layers reads "input" or earlier layers. */
    Graph(NetworkSection network, Shape input) {
        List<Layer> layers = network.layers();
        Set<String> frozen = network.frozen();
        Map<String, Integer> values = new HashMap<>(Map.of(Layer.INPUT, 0));
        Map<String, Shape> outputs = new HashMap<>(Map.of(Layer.INPUT, input));
        shapes.add(input);
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            checkInputs(layer, values);
            boolean isFrozen = frozen.contains(layer.name());
            List<Shape> shapes = layer.inputs().stream().map(outputs::get).toList();
            List<Integer> inputs = layer.inputs().stream().map(values::get).toList();
            for (LayerDefinition definition : LayerCompiler.compile(layer.spec(), shapes, i, branch(layers, i))) {
                Node node = add(layer, definition, inputs, isFrozen);
                inputs = List.of(node.output());
                values.put(layer.name(), node.output());
                outputs.put(layer.name(), definition.output());
            }
        }
        executed = Fusion.fuse(pathTo(output()), output());
    }

    private static void checkInputs(Layer layer, Map<String, Integer> known) {
        for (String input : layer.inputs()) {
            if (!known.containsKey(input)) {
                throw new IllegalArgumentException(
                        "layer '" + layer.name() + "' reads '" + input + "', which is not an earlier layer");
            }
        }
    }

    private static Branch branch(List<Layer> layers, int position) {
        return new Branch(branches(layers.subList(0, position + 1)), branches(layers));
    }

    private static int branches(List<Layer> layers) {
        return (int) layers.stream()
                .filter(layer -> layer.spec() instanceof StochasticDepthLayer)
                .count();
    }

    private Node add(Layer layer, LayerDefinition definition, List<Integer> inputs, boolean frozen) {
        Node node = node(layer, definition, inputs, shapes.size(), frozen);
        nodes.add(node);
        shapes.add(definition.output());
        if (node.isTrained() || node.inputs().stream().anyMatch(trainable::get)) {
            trainable.set(node.output());
        }
        return node;
    }

    private Node node(Layer layer, LayerDefinition definition, List<Integer> inputs, int output, boolean frozen) {
        return new Node(
                layer.name(),
                definition,
                (frozen ? frozenParameters : parameters).place(layer.name(), definition.parameters()),
                statistics.place(layer.name(), definition.statistics()),
                inputs,
                definition.isView() ? inputs.getFirst() : output,
                frozen);
    }

    private List<Node> pathTo(int output) {
        BitSet needed = new BitSet();
        needed.set(output);
        List<Node> path = new ArrayList<>();
        for (Node node : nodes.reversed()) {
            if (!node.isView() && needed.get(node.output())) {
                node.inputs().forEach(needed::set);
                path.addFirst(node);
            }
        }
        return path;
    }

    /** All layers in the order of the model. */
    List<Node> nodes() {
        return nodes;
    }

    /**
     * The layers that compute something and that the network's output depends on, in the order of the model; an activation
     * layer may be one with the layer before it. Layers on other branches keep their initial parameters and have no
     * gradient.
     */
    List<Node> executed() {
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

    /** Whether the loss's gradient with respect to a value is needed: whether trained parameters stand before it. */
    boolean needsGradient(int value) {
        return trainable.get(value);
    }

    /** Number of elements of all parameters that are trained. */
    int parameterCount() {
        return parameters.length();
    }

    /** Number of elements of all frozen parameters. */
    int frozenCount() {
        return frozenParameters.length();
    }

    /** Whether the backward pass leads through a layer with frozen parameters. */
    boolean differentiatesFrozen() {
        return executed.stream()
                .anyMatch(node -> node.frozen() && !node.parameters().isEmpty() && trainable.get(node.output()));
    }

    /** Number of elements of all statistics. */
    int statisticsCount() {
        return statistics.length();
    }
}
