package org.backprop.runlog.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * TFRecord framing: length (8 bytes), masked CRC32C of the length (4), data, masked CRC32C of the data (4); little-endian.
 *
 * <p>The mask rotates the checksum right by 15 bits and adds a constant, as in TensorFlow's {@code crc32c::Mask}.
 */
final class Framing {
    static final int HEADER = 12;
    static final int FOOTER = 4;

    /** Longest record that is read or written, in bytes of data. */
    static final int MAX_RECORD = 64 << 20;

    private static final int MASK = 0xa282ead8;

    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle INT = view(int[].class);

    private Framing() {}

    /** Fills the first {@link #HEADER} bytes of {@code header} for a record of {@code length} bytes. */
    static void header(long length, byte[] header) {
        LONG.set(header, 0, length);
        INT.set(header, Long.BYTES, maskedCrc(header, 0, Long.BYTES));
    }

    /** Length at {@code offset}; -1 if its checksum is wrong or it is negative. */
    static long length(byte[] bytes, int offset) {
        boolean intact = (int) INT.get(bytes, offset + Long.BYTES) == maskedCrc(bytes, offset, Long.BYTES);
        return intact ? Math.max(-1, (long) LONG.get(bytes, offset)) : -1;
    }

    /** Whether {@code length} bytes at {@code offset} agree with the checksum after them. */
    static boolean intact(byte[] bytes, int offset, int length) {
        return (int) INT.get(bytes, offset + length) == maskedCrc(bytes, offset, length);
    }

    static int maskedCrc(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
    }
}
