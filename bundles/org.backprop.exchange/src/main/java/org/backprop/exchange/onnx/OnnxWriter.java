package org.backprop.exchange.onnx;

import java.util.List;
import java.util.Map;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.onnx.OnnxModel.Node;
import org.backprop.exchange.onnx.OnnxModel.Value;
import org.backprop.runlog.tensor.Tensor;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnsafeByteOperations;

/** Turns ONNX models into messages. */
final class OnnxWriter {

    /** The version of the format that goes with operator set 17. */
    static final long IR_VERSION = 8;

    private static final String BATCH = "batch";

    private OnnxWriter() {}

    /**
     * The message of a file; the bytes of the weights are not copied.
     *
     * @throws ExchangeException if it takes 2 GiB or more, which protobuf cannot hold
     */
    static DynamicMessage message(OnnxModel model) throws ExchangeException {
        long bytes = model.weights().values().stream()
                .mapToLong(tensor -> Tensor.byteSize(tensor.dtype(), tensor.shape()))
                .sum();
        if (bytes > Integer.MAX_VALUE - (64 << 20)) {
            throw new ExchangeException("the weights take " + bytes
                    + " bytes, but an ONNX file holds less than 2 GiB: export them as safetensors");
        }
        Fields file = new Fields(OnnxSchema.MODEL)
                .set("ir_version", IR_VERSION)
                .set("producer_name", "Backprop")
                .add(
                        "opset_import",
                        new Fields(OnnxSchema.OPERATOR_SET).set("domain", "").set("version", model.opset()))
                .set("graph", graph(model));
        model.metadata()
                .forEach((key, value) -> file.add(
                        "metadata_props",
                        new Fields(OnnxSchema.ENTRY).set("key", key).set("value", value)));
        return file.build();
    }

    private static DynamicMessage graph(OnnxModel model) {
        Fields graph = new Fields(OnnxSchema.GRAPH).set("name", model.name());
        model.nodes().forEach(node -> graph.add("node", node(node)));
        model.weights()
                .forEach((name, tensor) ->
                        graph.add("initializer", tensor(tensor).set("name", name)));
        model.inputs().forEach(value -> graph.add("input", value(value)));
        model.outputs().forEach(value -> graph.add("output", value(value)));
        return graph.build();
    }

    private static Fields node(Node node) {
        Fields fields = new Fields(OnnxSchema.NODE).set("name", node.name()).set("op_type", node.operator());
        node.inputs().forEach(name -> fields.add("input", name));
        node.outputs().forEach(name -> fields.add("output", name));
        for (Map.Entry<String, Object> attribute : node.attributes().entrySet()) {
            Fields entry = new Fields(OnnxSchema.ATTRIBUTE).set("name", attribute.getKey());
            set(entry, attribute.getValue());
            fields.add("attribute", entry);
        }
        return fields;
    }

    private static void set(Fields attribute, Object value) {
        switch (value) {
            case Float number -> attribute.set("f", number).set("type", AttributeType.FLOAT.number());
            case Long number -> attribute.set("i", number).set("type", AttributeType.INT.number());
            case String text ->
                attribute.set("s", ByteString.copyFromUtf8(text)).set("type", AttributeType.STRING.number());
            case List<?> list
            when list.getFirst() instanceof Long -> {
                list.forEach(number -> attribute.add("ints", number));
                attribute.set("type", AttributeType.INTS.number());
            }
            default -> throw new IllegalArgumentException("no attribute is written of " + value.getClass());
        }
    }

    private static Fields tensor(Tensor tensor) {
        Fields fields = new Fields(OnnxSchema.TENSOR)
                .set("data_type", ElementTypes.code(tensor.dtype()))
                .set("raw_data", UnsafeByteOperations.unsafeWrap(tensor.data()));
        tensor.shape().forEach(size -> fields.add("dims", size));
        return fields;
    }

    private static Fields value(Value value) {
        Fields shape = new Fields(OnnxSchema.SHAPE);
        for (long size : value.shape()) {
            Fields dimension = new Fields(OnnxSchema.DIMENSION);
            shape.add(
                    "dim",
                    size == OnnxModel.ANY ? dimension.set("dim_param", BATCH) : dimension.set("dim_value", size));
        }
        Fields type = new Fields(OnnxSchema.TENSOR_TYPE)
                .set("elem_type", ElementTypes.code(value.type()))
                .set("shape", shape.build());
        return new Fields(OnnxSchema.VALUE)
                .set("name", value.name())
                .set(
                        "type",
                        new Fields(OnnxSchema.TYPE)
                                .set("tensor_type", type.build())
                                .build());
    }

    /** A message that is being filled. */
    private record Fields(Descriptor type, DynamicMessage.Builder message) {

        Fields(Descriptor type) {
            this(type, DynamicMessage.newBuilder(type));
        }

        Fields set(String field, Object value) {
            message.setField(type.findFieldByName(field), value);
            return this;
        }

        Fields add(String field, Object value) {
            message.addRepeatedField(type.findFieldByName(field), value);
            return this;
        }

        Fields add(String field, Fields value) {
            return add(field, value.build());
        }

        DynamicMessage build() {
            return message.build();
        }
    }
}
