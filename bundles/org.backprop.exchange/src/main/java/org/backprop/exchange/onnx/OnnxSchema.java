package org.backprop.exchange.onnx;

import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label.LABEL_OPTIONAL;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label.LABEL_REPEATED;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type.TYPE_BYTES;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type.TYPE_DOUBLE;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type.TYPE_FLOAT;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type.TYPE_INT32;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type.TYPE_INT64;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type.TYPE_MESSAGE;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type.TYPE_STRING;
import static com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type.TYPE_UINT64;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;

/** The messages and field numbers of {@code onnx.proto} that networks need; other fields are skipped when read. */
final class OnnxSchema {

    private static final FileDescriptor FILE = file();

    /** A file. */
    static final Descriptor MODEL = FILE.findMessageTypeByName("ModelProto");
    /** Nodes and weights. */
    static final Descriptor GRAPH = FILE.findMessageTypeByName("GraphProto");
    /** One operation. */
    static final Descriptor NODE = FILE.findMessageTypeByName("NodeProto");
    /** A setting of a node. */
    static final Descriptor ATTRIBUTE = FILE.findMessageTypeByName("AttributeProto");
    /** An array. */
    static final Descriptor TENSOR = FILE.findMessageTypeByName("TensorProto");
    /** Name and type of an input or output. */
    static final Descriptor VALUE = FILE.findMessageTypeByName("ValueInfoProto");
    /** The type of a value. */
    static final Descriptor TYPE = FILE.findMessageTypeByName("TypeProto");
    /** Element type and shape. */
    static final Descriptor TENSOR_TYPE = FILE.findMessageTypeByName("TensorType");
    /** A shape. */
    static final Descriptor SHAPE = FILE.findMessageTypeByName("TensorShapeProto");
    /** A size, or a name for one that is not fixed. */
    static final Descriptor DIMENSION = FILE.findMessageTypeByName("Dimension");
    /** A set of operators and its version. */
    static final Descriptor OPERATOR_SET = FILE.findMessageTypeByName("OperatorSetIdProto");
    /** A key and a text. */
    static final Descriptor ENTRY = FILE.findMessageTypeByName("StringStringEntryProto");

    private OnnxSchema() {}

    private static FileDescriptor file() {
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("onnx.proto")
                .setPackage("onnx")
                .setSyntax("proto2")
                .addMessageType(message(
                        "ModelProto",
                        one(1, "ir_version", TYPE_INT64),
                        one(2, "producer_name", TYPE_STRING),
                        one(3, "producer_version", TYPE_STRING),
                        one(6, "doc_string", TYPE_STRING),
                        one(7, "graph", "GraphProto"),
                        many(8, "opset_import", "OperatorSetIdProto"),
                        many(14, "metadata_props", "StringStringEntryProto")))
                .addMessageType(
                        message("OperatorSetIdProto", one(1, "domain", TYPE_STRING), one(2, "version", TYPE_INT64)))
                .addMessageType(
                        message("StringStringEntryProto", one(1, "key", TYPE_STRING), one(2, "value", TYPE_STRING)))
                .addMessageType(message(
                        "GraphProto",
                        many(1, "node", "NodeProto"),
                        one(2, "name", TYPE_STRING),
                        many(5, "initializer", "TensorProto"),
                        many(11, "input", "ValueInfoProto"),
                        many(12, "output", "ValueInfoProto")))
                .addMessageType(message(
                        "NodeProto",
                        many(1, "input", TYPE_STRING),
                        many(2, "output", TYPE_STRING),
                        one(3, "name", TYPE_STRING),
                        one(4, "op_type", TYPE_STRING),
                        many(5, "attribute", "AttributeProto"),
                        one(7, "domain", TYPE_STRING)))
                .addMessageType(message(
                        "AttributeProto",
                        one(1, "name", TYPE_STRING),
                        one(2, "f", TYPE_FLOAT),
                        one(3, "i", TYPE_INT64),
                        one(4, "s", TYPE_BYTES),
                        one(5, "t", "TensorProto"),
                        many(7, "floats", TYPE_FLOAT),
                        many(8, "ints", TYPE_INT64),
                        many(9, "strings", TYPE_BYTES),
                        one(20, "type", TYPE_INT32)))
                .addMessageType(message(
                        "TensorProto",
                        many(1, "dims", TYPE_INT64),
                        one(2, "data_type", TYPE_INT32),
                        packed(4, "float_data", TYPE_FLOAT),
                        packed(5, "int32_data", TYPE_INT32),
                        packed(7, "int64_data", TYPE_INT64),
                        one(8, "name", TYPE_STRING),
                        one(9, "raw_data", TYPE_BYTES),
                        packed(10, "double_data", TYPE_DOUBLE),
                        packed(11, "uint64_data", TYPE_UINT64),
                        one(14, "data_location", TYPE_INT32)))
                .addMessageType(message("ValueInfoProto", one(1, "name", TYPE_STRING), one(2, "type", "TypeProto")))
                .addMessageType(message("TypeProto", one(1, "tensor_type", "TensorType")))
                .addMessageType(
                        message("TensorType", one(1, "elem_type", TYPE_INT32), one(2, "shape", "TensorShapeProto")))
                .addMessageType(message("TensorShapeProto", many(1, "dim", "Dimension")))
                .addMessageType(message("Dimension", one(1, "dim_value", TYPE_INT64), one(2, "dim_param", TYPE_STRING)))
                .build();
        try {
            return FileDescriptor.buildFrom(file, new FileDescriptor[0]);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException("the messages above contradict each other", e);
        }
    }

    private static DescriptorProto message(String name, FieldDescriptorProto... fields) {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(name);
        for (FieldDescriptorProto field : fields) {
            message.addField(field);
        }
        return message.build();
    }

    private static FieldDescriptorProto one(int number, String name, Type type) {
        return field(number, name, type).setLabel(LABEL_OPTIONAL).build();
    }

    private static FieldDescriptorProto one(int number, String name, String message) {
        return field(number, name, TYPE_MESSAGE)
                .setTypeName(".onnx." + message)
                .setLabel(LABEL_OPTIONAL)
                .build();
    }

    private static FieldDescriptorProto many(int number, String name, Type type) {
        return field(number, name, type).setLabel(LABEL_REPEATED).build();
    }

    private static FieldDescriptorProto many(int number, String name, String message) {
        return field(number, name, TYPE_MESSAGE)
                .setTypeName(".onnx." + message)
                .setLabel(LABEL_REPEATED)
                .build();
    }

    private static FieldDescriptorProto packed(int number, String name, Type type) {
        return field(number, name, type)
                .setLabel(LABEL_REPEATED)
                .setOptions(FieldOptions.newBuilder().setPacked(true))
                .build();
    }

    private static FieldDescriptorProto.Builder field(int number, String name, Type type) {
        return FieldDescriptorProto.newBuilder().setNumber(number).setName(name).setType(type);
    }
}
