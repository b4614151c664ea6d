package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.LongStream;

import org.backprop.exchange.onnx.OnnxModel.Node;
import org.backprop.runlog.tensor.Tensor;

/** Nodes and weights as they are put together, named after the layer that they belong to. */
final class Graph {

    private final List<Node> nodes = new ArrayList<>();
    private final SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private String layer = "";

    /** Names what follows after a layer. */
    void begin(String newLayer) {
        layer = newLayer;
    }

    /** Adds an operation without attributes and gives the name of its output. */
    String node(String operator, String... inputs) {
        return node(operator, Map.of(), inputs);
    }

    /** Adds an operation and gives the name of its output. */
    String node(String operator, Map<String, Object> attributes, String... inputs) {
        String name = unique(operator);
        add(name, operator, List.of(inputs), List.of(name), attributes);
        return name;
    }

    /** Adds an operation with outputs of these names. */
    void add(String name, String operator, List<String> inputs, List<String> outputs, Map<String, Object> attributes) {
        nodes.add(new Node(name, operator, inputs, outputs, attributes));
    }

    /** A name that no other node has. */
    String unique(String word) {
        String name = layer + "/" + word;
        int count = counts.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "_" + count;
    }

    /** Adds a weight of the layer, named as in a state dict. */
    String weight(String role, Tensor tensor) {
        String name = layer + "." + role;
        weights.put(name, tensor);
        return name;
    }

    /** Adds a number. */
    String number(double value) {
        return constant("number", Tensor.floats(new float[] {(float) value}));
    }

    /** Adds a list of whole numbers, such as a shape. */
    String numbers(LongStream values) {
        long[] array = values.toArray();
        return constant("numbers", Tensor.longs(array, array.length));
    }

    /** Adds an array that is no parameter. */
    String constant(String word, Tensor tensor) {
        String name = unique(word);
        weights.put(name, tensor);
        return name;
    }

    List<Node> nodes() {
        return nodes;
    }

    SequencedMap<String, Tensor> weights() {
        return weights;
    }
}
