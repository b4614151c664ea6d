package org.backprop.runlog.events;

import static com.google.protobuf.CodedOutputStream.computeByteArraySize;
import static com.google.protobuf.CodedOutputStream.computeFloatSize;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

/** Writes the values of one {@code Summary} message. Its buffers are reused: a scalar costs no allocation. */
final class SummaryEncoder {
    private final Bytes bytes = new Bytes();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, 1024);
    private final Map<String, byte[]> tags = new HashMap<>();
    private int values;

    boolean isEmpty() {
        return values == 0;
    }

    /** Bytes of the message so far, but for the last few. */
    int size() {
        return bytes.size();
    }

    /** The message so far. */
    Bytes message() throws IOException {
        out.flush();
        return bytes;
    }

    void clear() {
        bytes.reset();
        values = 0;
    }

    void scalar(String tag, float value) throws IOException {
        byte[] name = tags.computeIfAbsent(tag, text -> text.getBytes(UTF_8));
        int size = computeByteArraySize(Schema.VALUE_TAG, name) + computeFloatSize(Schema.VALUE_SIMPLE, value);
        out.writeTag(Schema.SUMMARY_VALUE, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(size);
        out.writeByteArray(Schema.VALUE_TAG, name);
        out.writeFloat(Schema.VALUE_SIMPLE, value);
        values++;
    }

    void histogram(String tag, Histogram histogram) throws IOException {
        byte[] limits = packed(histogram.buckets(), histogram::limit);
        byte[] counts = packed(histogram.buckets(), histogram::count);
        byte[] body = Message.of(histo -> {
            histo.writeDouble(Schema.HISTOGRAM_MIN, histogram.min());
            histo.writeDouble(Schema.HISTOGRAM_MAX, histogram.max());
            histo.writeDouble(Schema.HISTOGRAM_NUM, histogram.count());
            histo.writeDouble(Schema.HISTOGRAM_SUM, histogram.sum());
            histo.writeDouble(Schema.HISTOGRAM_SUM_SQUARES, histogram.sumOfSquares());
            histo.writeByteArray(Schema.HISTOGRAM_LIMIT, limits);
            histo.writeByteArray(Schema.HISTOGRAM_BUCKET, counts);
        });
        add(Message.of(value -> {
            value.writeString(Schema.VALUE_TAG, tag);
            value.writeByteArray(Schema.VALUE_HISTOGRAM, body);
        }));
    }

    void tensor(String tag, String plugin, Tensor tensor) throws IOException {
        byte[] shape = Message.shape(tensor.shape());
        byte[] body = Message.of(proto -> {
            proto.writeEnum(Schema.TENSOR_DTYPE, tensor.dtype().tensorFlowCode());
            proto.writeByteArray(Schema.TENSOR_SHAPE, shape);
            proto.writeByteArray(Schema.TENSOR_CONTENT, tensor.toBytes());
        });
        tensor(tag, Message.of(data -> data.writeString(Schema.PLUGIN_NAME, plugin)), body);
    }

    /** What a plugin of TensorBoard keeps in the metadata of a tag, with a tensor that says nothing. */
    void metadata(String tag, String plugin, byte[] content) throws IOException {
        byte[] pluginData = Message.of(data -> {
            data.writeString(Schema.PLUGIN_NAME, plugin);
            data.writeByteArray(Schema.PLUGIN_CONTENT, content);
        });
        byte[] shape = Message.shape(List.of(0L));
        byte[] nothing = Message.of(proto -> {
            proto.writeEnum(Schema.TENSOR_DTYPE, DType.F32.tensorFlowCode());
            proto.writeByteArray(Schema.TENSOR_SHAPE, shape);
        });
        tensor(tag, pluginData, nothing);
    }

    private void tensor(String tag, byte[] pluginData, byte[] tensor) throws IOException {
        byte[] metadata = Message.of(data -> data.writeByteArray(Schema.METADATA_PLUGIN_DATA, pluginData));
        add(Message.of(value -> {
            value.writeString(Schema.VALUE_TAG, tag);
            value.writeByteArray(Schema.VALUE_METADATA, metadata);
            value.writeByteArray(Schema.VALUE_TENSOR, tensor);
        }));
    }

    private void add(byte[] value) throws IOException {
        out.writeByteArray(Schema.SUMMARY_VALUE, value);
        values++;
    }

    private static byte[] packed(int length, IntToDoubleFunction element) throws IOException {
        return Message.of(list -> {
            for (int i = 0; i < length; i++) {
                list.writeDoubleNoTag(element.applyAsDouble(i));
            }
        });
    }
}
