package org.backprop.runlog.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import com.google.protobuf.CodedOutputStream;

/** Encodes a protobuf message that is nested in another. */
final class Message {
    private Message() {}

    /** Writes the fields of a message. */
    @FunctionalInterface
    interface Fields {
        void write(CodedOutputStream message) throws IOException;
    }

    /** The bytes of a message with these fields. */
    static byte[] of(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream message = CodedOutputStream.newInstance(bytes);
        fields.write(message);
        message.flush();
        return bytes.toByteArray();
    }

    /** The bytes of TensorFlow's message for a shape. */
    static byte[] shape(List<Long> dims) throws IOException {
        return of(shape -> {
            for (long dim : dims) {
                shape.writeByteArray(Schema.SHAPE_DIM, of(size -> size.writeInt64(Schema.DIM_SIZE, dim)));
            }
        });
    }
}
