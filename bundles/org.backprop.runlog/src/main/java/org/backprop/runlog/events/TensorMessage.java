package org.backprop.runlog.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;

/** The fields of a {@code TensorProto} message: elements stand either in its content or in a list by type. */
final class TensorMessage implements Wire.Field {
    private int code;
    private final List<Long> shape = new ArrayList<>();
    private byte[] content = new byte[0];
    private final Bytes listed = new Bytes();

    @Override
    public void read(int tag, CodedInputStream in) throws IOException {
        switch (WireFormat.getTagFieldNumber(tag)) {
            case Schema.TENSOR_DTYPE -> code = (int) Wire.readVarint(in, tag);
            case Schema.TENSOR_SHAPE -> Wire.readMessage(in, tag, this::shape);
            case Schema.TENSOR_CONTENT -> content = Wire.readBytes(in, tag);
            case Schema.TENSOR_FLOAT -> Wire.readRepeated(in, tag, each -> add(each.readFixed32(), Float.BYTES));
            case Schema.TENSOR_DOUBLE -> Wire.readRepeated(in, tag, each -> add(each.readFixed64(), Double.BYTES));
            case Schema.TENSOR_INT,
                    Schema.TENSOR_INT64,
                    Schema.TENSOR_BOOL,
                    Schema.TENSOR_HALF,
                    Schema.TENSOR_UINT32,
                    Schema.TENSOR_UINT64 ->
                Wire.readRepeated(in, tag, each -> add(each.readRawVarint64(), elementSize()));
            default -> in.skipField(tag);
        }
    }

    /** The tensor; null if its elements are of a kind that has no equal here, such as strings. */
    Tensor toTensor() throws InvalidProtocolBufferException {
        DType dtype = DType.ofTensorFlowCode(code).orElse(null);
        if (dtype == null) {
            return null;
        }
        byte[] bytes = content.length > 0 ? content : listed.toByteArray();
        try {
            long size = Tensor.byteSize(dtype, shape);
            boolean defaultElement = bytes.length == 0 && size == dtype.size();
            return Tensor.of(dtype, shape, ByteBuffer.wrap(defaultElement ? new byte[dtype.size()] : bytes));
        } catch (IllegalArgumentException e) {
            throw new InvalidProtocolBufferException(e.getMessage());
        }
    }

    private int elementSize() {
        return DType.ofTensorFlowCode(code).map(DType::size).orElse(0);
    }

    private void shape(int tag, CodedInputStream in) throws IOException {
        if (WireFormat.getTagFieldNumber(tag) != Schema.SHAPE_DIM) {
            in.skipField(tag);
            return;
        }
        long[] size = new long[1];
        Wire.readMessage(in, tag, (field, body) -> {
            if (WireFormat.getTagFieldNumber(field) == Schema.DIM_SIZE) {
                size[0] = Wire.readVarint(body, field);
            } else {
                body.skipField(field);
            }
        });
        shape.add(size[0]);
    }

    private void add(long bits, int size) {
        for (int i = 0; i < size; i++) {
            listed.write((int) (bits >>> (8 * i)));
        }
    }
}
