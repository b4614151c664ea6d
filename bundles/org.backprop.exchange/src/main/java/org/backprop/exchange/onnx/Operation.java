package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.exchange.Axes;
import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.NetworkBuilder;
import org.backprop.exchange.onnx.OnnxModel.Node;
import org.backprop.model.Shape;
import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;

/**
 * A node on its way from ONNX to the model.
 *
 * @param node the node
 * @param builder gets the layers that it becomes
 * @param flows the values so far
 * @param patterns constants and nodes by the values that they make
 */
record Operation(Node node, NetworkBuilder builder, Map<String, Flow> flows, Patterns patterns) {

    /** Adds what the node is here, and its output to the values. */
    void add() throws ExchangeException {
        Flow flow = OperationLayers.flow(this);
        if (flow != null) {
            flows.put(node.outputs().getFirst(), flow);
        }
    }

    /** The name that its layer gets: without the operator behind it, as PyTorch and we name nodes. */
    String name() {
        String name = OnnxImport.name(node.name().isEmpty() ? node.outputs().getFirst() : node.name());
        int slash = name.lastIndexOf('/');
        return slash > 0 && name.substring(slash + 1).replaceFirst("_\\d+$", "").matches("[A-Z]\\w*")
                ? name.substring(0, slash)
                : name;
    }

    /** That it cannot be carried over. */
    ExchangeException refused(String why) {
        return new ExchangeException("node " + node.title() + ": " + why);
    }

    /** Refuses the node unless something holds. */
    void require(boolean holds, String why) throws ExchangeException {
        if (!holds) {
            throw refused(why);
        }
    }

    /** Whether there is an input. */
    boolean has(int input) {
        return input < node.inputs().size() && !node.inputs().get(input).isEmpty();
    }

    /** A value that depends on the input, as it is. */
    Flow raw(int input) throws ExchangeException {
        Flow flow = has(input) ? flows.get(node.inputs().get(input)) : null;
        if (flow == null) {
            throw refused(
                    constant(input).isPresent()
                            ? "it takes a constant for input " + (input + 1) + ", for which there is no layer here"
                            : "input " + (input + 1) + " is missing");
        }
        return flow;
    }

    /** A value that depends on the input, in the shape that it has in ONNX; others that take it find it so. */
    Flow in(int input) throws ExchangeException {
        Flow flow = raw(input).materialized(builder, name() + "_in");
        flows.put(node.inputs().get(input), flow);
        return flow;
    }

    /** The first input. */
    Flow x() throws ExchangeException {
        return in(0);
    }

    /** A constant array; empty if the input is not there or depends on that of the graph. */
    Optional<Tensor> constant(int input) {
        return has(input) ? patterns.constant(node.inputs().get(input)) : Optional.empty();
    }

    /** An array of weights in 32-bit floats. */
    Tensor weight(int input) throws ExchangeException {
        Tensor tensor = constant(input)
                .orElseThrow(() -> refused("input " + (input + 1) + " must be an array in the file, as weights are"));
        if (tensor.dtype() == DType.F32) {
            return tensor;
        }
        float[] values = new float[tensor.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) tensor.get(i);
        }
        return Tensor.floats(
                values, tensor.shape().stream().mapToLong(Long::longValue).toArray());
    }

    /** Whole numbers, which stand in an input, or before operator set 13 in an attribute. */
    Optional<List<Long>> wholes(int input, String attribute) {
        Optional<Tensor> tensor = constant(input);
        if (tensor.isPresent()) {
            return Optional.of(IntStream.range(0, tensor.get().elements())
                    .mapToObj(i -> (long) tensor.get().get(i))
                    .toList());
        }
        return node.attributes().containsKey(attribute) ? Optional.of(wholes(attribute, List.of())) : Optional.empty();
    }

    /** Whole numbers. */
    List<Long> wholes(String attribute, List<Long> byDefault) {
        return node.attributes().get(attribute) instanceof List<?> list
                ? list.stream()
                        .filter(Long.class::isInstance)
                        .map(Long.class::cast)
                        .toList()
                : byDefault;
    }

    /** A whole number. */
    long whole(String attribute, long byDefault) {
        return node.attributes().get(attribute) instanceof Long value ? value : byDefault;
    }

    /** A number. */
    double number(String attribute, double byDefault) {
        return node.attributes().get(attribute) instanceof Float value ? decimal(value) : byDefault;
    }

    /** A text. */
    String text(String attribute, String byDefault) {
        return node.attributes().get(attribute) instanceof String value ? value : byDefault;
    }

    /** 0.001 for the 32-bit number nearest to it. */
    static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    /** Adds a layer without weights on a value. */
    Flow layer(Flow from, String type, Map<String, Object> parameters) throws ExchangeException {
        return layer(from, type, parameters, Map.of());
    }

    /** Adds a layer on a value. */
    Flow layer(Flow from, String type, Map<String, Object> parameters, Map<String, Tensor> tensors)
            throws ExchangeException {
        String layer = builder.add(name(), type, parameters, List.of(from.layer()), tensors);
        return Flow.of(layer, builder.shape(layer));
    }

    /** Adds a layer on all inputs. */
    Flow join(String type) throws ExchangeException {
        List<String> layers = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            layers.add(in(i).layer());
        }
        String layer = builder.add(name(), type, Map.of(), layers, Map.of());
        return Flow.of(layer, builder.shape(layer));
    }

    /** Weight and, where an input holds one, bias; the number of its elements is checked with the layer. */
    Map<String, Tensor> weightAndBias(Tensor weight, int bias) throws ExchangeException {
        Map<String, Tensor> tensors = new LinkedHashMap<>(Map.of("weight", weight));
        if (has(bias)) {
            Tensor found = weight(bias);
            tensors.put("bias", Axes.reshaped(found, found.elements()));
        }
        return tensors;
    }

    /** The shape of a sample of a value. */
    Shape shape() throws ExchangeException {
        return raw(0).view();
    }
}
