package org.backprop.engine.kernels;

import java.nio.FloatBuffer;
import java.util.Objects;

import org.bytedeco.javacpp.FloatPointer;

/** A view with everything that BLAS and Java loops need, made once. */
final class Nd4jView implements View {

    private final Nd4jBuffer buffer;
    private final long offset;
    private final int rows;
    private final int columns;
    private final FloatPointer pointer;
    private final FloatBuffer elements;

    Nd4jView(Nd4jBuffer buffer, long offset, int rows, int columns) {
        int length = Math.multiplyExact(rows, columns);
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a view of [" + rows + ", " + columns + "] is empty");
        }
        Objects.checkFromIndexSize(offset, length, buffer.length());
        this.buffer = buffer;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        pointer = buffer.pointer(offset);
        elements = buffer.elements(offset, length);
    }

    /** For BLAS. */
    FloatPointer pointer() {
        return pointer;
    }

    /** For BLAS: the memory of the whole buffer. */
    FloatPointer memory() {
        return buffer.pointer();
    }

    /** Some of the rows, in the same memory. */
    Nd4jView rows(int first, int count) {
        return count == rows ? this : new Nd4jView(buffer, offset + (long) first * columns, count, columns);
    }

    /** For loops: element i of the view at index i. */
    FloatBuffer elements() {
        return elements;
    }

    @Override
    public Buffer buffer() {
        return buffer;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }
}
