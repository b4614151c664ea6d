package org.backprop.engine.kernels;

import java.nio.FloatBuffer;
import java.util.Objects;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A view with everything that BLAS, ND4J operations and Java loops need, made once. */
final class Nd4jView implements View {

    private final Nd4jBuffer buffer;
    private final long offset;
    private final int rows;
    private final int columns;
    private final FloatPointer pointer;
    private final FloatBuffer elements;
    private INDArray array;

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

    /** For loops: element i of the view at index i. */
    FloatBuffer elements() {
        return elements;
    }

    /** For ND4J operations: all elements as a vector. */
    INDArray array() {
        if (array == null) {
            array = Nd4j.create(buffer.data(), new long[] {length()}, new long[] {1}, offset, 'c');
        }
        return array;
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
