package org.backprop.exchange.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.onnx.OnnxModel.Node;
import org.backprop.exchange.onnx.OnnxModel.Value;
import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

/** Turns messages into ONNX models. Sizes in the file are compared with what is there before memory is taken. */
final class OnnxReader {

    private final String file;

    private OnnxReader(String file) {
        this.file = file;
    }

    /** Reads a file of less than 2 GiB. */
    static OnnxModel read(Path path) throws IOException {
        String name = path.getFileName().toString();
        long size = Files.size(path);
        if (size > Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 3)) {
            throw new ExchangeException(name + " has " + size + " bytes, too many for the memory of this Java process");
        }
        try {
            CodedInputStream in = CodedInputStream.newInstance(Files.readAllBytes(path));
            return new OnnxReader(name).model(DynamicMessage.parseFrom(OnnxSchema.MODEL, in));
        } catch (InvalidProtocolBufferException e) {
            throw new ExchangeException(name + " is not an ONNX file: " + e.getMessage(), e);
        }
    }

    private OnnxModel model(Message model) throws ExchangeException {
        if (!model.hasField(model.getDescriptorForType().findFieldByName("graph"))) {
            throw new ExchangeException(file + " is not an ONNX file: it has no graph");
        }
        Message graph = (Message) get(model, "graph");
        long opset = 1;
        for (Message set : messages(model, "opset_import")) {
            if (get(set, "domain").equals("") || get(set, "domain").equals("ai.onnx")) {
                opset = (Long) get(set, "version");
            }
        }
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        for (Message tensor : messages(graph, "initializer")) {
            tensor(tensor).ifPresent(value -> weights.put((String) get(tensor, "name"), value));
        }
        List<Node> nodes = new ArrayList<>();
        for (Message node : messages(graph, "node")) {
            nodes.add(node(node));
        }
        List<Value> inputs = new ArrayList<>(
                messages(graph, "input").stream().map(OnnxReader::value).toList());
        inputs.removeIf(value -> weights.containsKey(value.name()));
        return new OnnxModel(
                (String) get(graph, "name"),
                opset,
                inputs,
                messages(graph, "output").stream().map(OnnxReader::value).toList(),
                nodes,
                weights,
                Map.of("producer", (String) get(model, "producer_name")));
    }

    private Node node(Message node) throws ExchangeException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Message attribute : messages(node, "attribute")) {
            attribute(attribute).ifPresent(value -> attributes.put((String) get(attribute, "name"), value));
        }
        String domain = (String) get(node, "domain");
        String type = (String) get(node, "op_type");
        List<String> outputs = texts(node, "output");
        if (outputs.isEmpty()) {
            throw new ExchangeException(file + ": a node " + type + " has no output");
        }
        return new Node(
                (String) get(node, "name"),
                domain.isEmpty() || domain.equals("ai.onnx") ? type : domain + "." + type,
                texts(node, "input"),
                outputs,
                attributes);
    }

    /** The value; empty for those of subgraphs and the like. */
    private Optional<Object> attribute(Message attribute) throws ExchangeException {
        int number = (Integer) get(attribute, "type");
        for (AttributeType type : AttributeType.values()) {
            if (type.number() == number) {
                return switch (type) {
                    case FLOAT -> Optional.of(get(attribute, "f"));
                    case INT -> Optional.of(get(attribute, "i"));
                    case STRING -> Optional.of(((ByteString) get(attribute, "s")).toStringUtf8());
                    case TENSOR -> tensor((Message) get(attribute, "t")).map(Object.class::cast);
                    case FLOATS -> Optional.of(get(attribute, "floats"));
                    case INTS -> Optional.of(get(attribute, "ints"));
                    case STRINGS ->
                        Optional.of(list(attribute, "strings").stream()
                                .map(text -> ((ByteString) text).toStringUtf8())
                                .toList());
                };
            }
        }
        return Optional.empty();
    }

    /** The array; empty if its elements are of a kind that has no equal here, such as texts. */
    private Optional<Tensor> tensor(Message tensor) throws ExchangeException {
        String name = (String) get(tensor, "name");
        if ((Integer) get(tensor, "data_location") != 0) {
            throw new ExchangeException(file + ": the weights '" + name
                    + "' are in another file; save the model with its weights inside (save_as_external_data=False)");
        }
        Optional<DType> type = ElementTypes.of((Integer) get(tensor, "data_type"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        List<Long> shape = list(tensor, "dims").stream().map(Long.class::cast).toList();
        try {
            return Optional.of(Tensor.of(type.get(), shape, elements(tensor, type.get())));
        } catch (IllegalArgumentException e) {
            throw new ExchangeException(file + ": the array '" + name + "' is broken: " + e.getMessage(), e);
        }
    }

    /** The bytes of the elements, which stand in one field or are listed one by one in that of their type. */
    private static ByteBuffer elements(Message tensor, DType type) {
        ByteString raw = (ByteString) get(tensor, "raw_data");
        if (!raw.isEmpty()) {
            return raw.asReadOnlyByteBuffer();
        }
        List<?> listed = list(
                tensor,
                switch (type) {
                    case F32 -> "float_data";
                    case F64 -> "double_data";
                    case I64 -> "int64_data";
                    case U32, U64 -> "uint64_data";
                    default -> "int32_data";
                });
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(listed.size(), type.size()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (Object element : listed) {
            long bits = switch (element) {
                case Float value -> Float.floatToRawIntBits(value);
                case Double value -> Double.doubleToRawLongBits(value);
                case Number value -> value.longValue();
                default -> throw new IllegalArgumentException("an element is a " + element.getClass());
            };
            for (int i = 0; i < type.size(); i++) {
                bytes.put((byte) (bits >>> 8 * i));
            }
        }
        return bytes.flip();
    }

    private static Value value(Message value) {
        Message type = (Message) get((Message) get(value, "type"), "tensor_type");
        List<Long> shape = messages((Message) get(type, "shape"), "dim").stream()
                .map(dimension -> (Long) get(dimension, "dim_value"))
                .map(size -> size > 0 ? size : OnnxModel.ANY)
                .toList();
        return new Value(
                (String) get(value, "name"),
                ElementTypes.of((Integer) get(type, "elem_type")).orElse(DType.F32),
                shape);
    }

    private static Object get(Message message, String field) {
        return message.getField(message.getDescriptorForType().findFieldByName(field));
    }

    private static List<?> list(Message message, String field) {
        return (List<?>) get(message, field);
    }

    private static List<Message> messages(Message message, String field) {
        return list(message, field).stream().map(Message.class::cast).toList();
    }

    private static List<String> texts(Message message, String field) {
        return list(message, field).stream().map(String.class::cast).toList();
    }
}
