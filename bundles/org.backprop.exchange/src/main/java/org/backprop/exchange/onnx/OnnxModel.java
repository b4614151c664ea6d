package org.backprop.exchange.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;

/**
 * An ONNX file.
 *
 * @param name name of the graph
 * @param opset version of the set of operators
 * @param inputs what is fed in
 * @param outputs what comes out
 * @param nodes the operations, each after those whose outputs it takes
 * @param weights constant arrays by name
 * @param metadata free text by name
 */
record OnnxModel(
        String name,
        long opset,
        List<Value> inputs,
        List<Value> outputs,
        List<Node> nodes,
        SequencedMap<String, Tensor> weights,
        Map<String, String> metadata) {

    /** The size of a dimension that is not fixed, such as that of the batch. */
    static final long ANY = -1;

    /** Copies the collections. */
    OnnxModel {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
        weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * An input or output.
     *
     * @param name its name
     * @param type type of the elements
     * @param shape sizes, {@link #ANY} where they are not fixed
     */
    record Value(String name, DType type, List<Long> shape) {

        /** Copies the list. */
        Value {
            shape = List.copyOf(shape);
        }
    }

    /**
     * An operation.
     *
     * @param name its name, may be empty
     * @param operator what it does, with its domain in front if that is not ONNX's own
     * @param inputs names of values; empty for one that is left out
     * @param outputs names of values; empty for one that nobody takes
     * @param attributes {@code Long}, {@code Float}, {@code String}, {@code Tensor}, or a list of the first three
     */
    record Node(
            String name, String operator, List<String> inputs, List<String> outputs, Map<String, Object> attributes) {

        /** Copies the collections. */
        Node {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        /** What to call it in messages. */
        String title() {
            return operator + (name.isEmpty() ? " that makes '" + outputs.getFirst() + "'" : " '" + name + "'");
        }
    }
}
