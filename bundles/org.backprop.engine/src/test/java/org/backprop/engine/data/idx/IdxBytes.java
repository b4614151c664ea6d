package org.backprop.engine.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes the bytes of IDX files. */
final class IdxBytes {

    private IdxBytes() {}

    /** A file with the given type code, dimensions and bytes of values. */
    static byte[] file(int type, int[] dims, byte[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dims.length + values.length);
        bytes.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dims.length);
        for (int dim : dims) {
            bytes.putInt(dim);
        }
        return bytes.put(values).array();
    }

    /** Unsigned bytes: the values of {@code dims} counted up from 0, modulo {@code modulus}. */
    static byte[] counting(int modulus, int... dims) {
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        byte[] values = new byte[size];
        for (int i = 0; i < size; i++) {
            values[i] = (byte) (i % modulus);
        }
        return file(0x08, dims, values);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
