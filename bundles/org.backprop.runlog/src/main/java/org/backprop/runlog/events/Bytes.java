package org.backprop.runlog.events;

import java.io.ByteArrayOutputStream;

/** A byte buffer that grows, is reused, and shows its array. */
final class Bytes extends ByteArrayOutputStream {
    Bytes() {
        super(1024);
    }

    byte[] array() {
        return buf;
    }

    void writeIntLittleEndian(int value) {
        write(value);
        write(value >>> 8);
        write(value >>> 16);
        write(value >>> 24);
    }
}
