package org.backprop.engine.data.idx;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The types of an IDX file's values. */
enum IdxType {
    UNSIGNED_BYTE(0x08, Byte.BYTES, bytes -> bytes.get() & 0xFF),
    BYTE(0x09, Byte.BYTES, ByteBuffer::get),
    SHORT(0x0B, Short.BYTES, ByteBuffer::getShort),
    INT(0x0C, Integer.BYTES, ByteBuffer::getInt),
    FLOAT(0x0D, Float.BYTES, ByteBuffer::getFloat),
    DOUBLE(0x0E, Double.BYTES, ByteBuffer::getDouble);

    private final int code;
    private final int bytes;
    private final ToDoubleFunction<ByteBuffer> decoder;

    IdxType(int code, int bytes, ToDoubleFunction<ByteBuffer> decoder) {
        this.code = code;
        this.bytes = bytes;
        this.decoder = decoder;
    }

    /** The type with this code in the third byte of a file. */
    static Optional<IdxType> of(int code) {
        return Stream.of(values()).filter(type -> type.code == code).findAny();
    }

    /** Bytes in one value. */
    int bytes() {
        return bytes;
    }

    /** Takes the next value, rounded to a float, from big-endian bytes. */
    float decode(ByteBuffer values) {
        return (float) decoder.applyAsDouble(values);
    }
}
