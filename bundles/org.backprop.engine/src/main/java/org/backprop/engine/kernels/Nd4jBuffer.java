package org.backprop.engine.kernels;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Native memory that ND4J allocates and frees. */
final class Nd4jBuffer implements Buffer {

    /** A direct byte buffer addresses at most 2 GiB. */
    private static final long MAX_LENGTH = Integer.MAX_VALUE / Float.BYTES;

    /** Keeps the memory, which ND4J frees when this is unreachable; null where the memory is JavaCPP's. */
    private final DataBuffer data;

    private final FloatPointer pointer;
    private final FloatBuffer elements;

    Nd4jBuffer(long length) {
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "cannot allocate " + length + " values: at least 1, at most " + MAX_LENGTH + " (2 GiB)");
        }
        if (Blas.usesDevice()) {
            data = null;
            pointer = new FloatPointer(length);
            Pointer.memset(pointer, 0, length * Float.BYTES);
        } else {
            data = Nd4j.createBuffer(DataType.FLOAT, length, true);
            pointer = new FloatPointer(data.addressPointer());
            pointer.capacity(length);
        }
        elements = pointer.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** All of the memory, for BLAS. */
    FloatPointer pointer() {
        return pointer;
    }

    FloatPointer pointer(long offset) {
        return new FloatPointer(pointer).position(offset);
    }

    FloatBuffer elements(long offset, int length) {
        return elements.slice((int) offset, length);
    }

    @Override
    public long length() {
        return elements.capacity();
    }

    @Override
    public void read(long offset, float[] to, int at, int count) {
        elements.get(Math.toIntExact(offset), to, at, count);
    }

    @Override
    public void write(long offset, float[] from, int at, int count) {
        elements.put(Math.toIntExact(offset), from, at, count);
    }

    @Override
    public Nd4jView view(long offset, int rows, int columns) {
        return new Nd4jView(this, offset, rows, columns);
    }
}
