package org.backprop.runlog.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.protobuf.CodedOutputStream;

/** TensorFlow's {@code GraphDef}, of which TensorBoard draws names, inputs, attributes and the shapes of the outputs. */
final class GraphMessage {
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_VERSIONS = 4;
    private static final int VERSIONS_PRODUCER = 1;
    private static final int PRODUCER = 22;

    private static final int NODE_NAME = 1;
    private static final int NODE_OPERATION = 2;
    private static final int NODE_INPUT = 3;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ENTRY_KEY = 1;
    private static final int ENTRY_VALUE = 2;
    private static final int VALUE_LIST = 1;
    private static final int VALUE_TEXT = 2;
    private static final int LIST_SHAPE = 7;

    private static final String SHAPES = "_output_shapes";
    private static final long ANY_BATCH = -1;

    private GraphMessage() {}

    static byte[] of(List<GraphNode> nodes) throws IOException {
        return Message.of(graph -> {
            for (GraphNode node : nodes) {
                graph.writeByteArray(GRAPH_NODE, node(node));
            }
            graph.writeByteArray(
                    GRAPH_VERSIONS, Message.of(versions -> versions.writeInt32(VERSIONS_PRODUCER, PRODUCER)));
        });
    }

    private static byte[] node(GraphNode node) throws IOException {
        byte[] shapes = Message.of(value -> value.writeByteArray(
                VALUE_LIST, Message.of(list -> list.writeByteArray(LIST_SHAPE, shape(node.shape())))));
        return Message.of(out -> {
            out.writeString(NODE_NAME, node.name());
            out.writeString(NODE_OPERATION, node.operation());
            for (String input : node.inputs()) {
                out.writeString(NODE_INPUT, input);
            }
            attribute(out, SHAPES, shapes);
            for (Map.Entry<String, String> attribute : node.attributes().entrySet()) {
                byte[] text = attribute.getValue().getBytes(UTF_8);
                attribute(out, attribute.getKey(), Message.of(value -> value.writeByteArray(VALUE_TEXT, text)));
            }
        });
    }

    private static void attribute(CodedOutputStream node, String key, byte[] value) throws IOException {
        node.writeByteArray(NODE_ATTRIBUTE, Message.of(entry -> {
            entry.writeString(ENTRY_KEY, key);
            entry.writeByteArray(ENTRY_VALUE, value);
        }));
    }

    private static byte[] shape(List<Integer> sample) throws IOException {
        return Message.shape(Stream.concat(Stream.of(ANY_BATCH), sample.stream().map(Integer::longValue))
                .toList());
    }
}
