package org.backprop.engine.kernels;

/**
 * A row-major {@code [rows, columns]} float32 matrix that lies contiguously inside a {@link Buffer} and shares its
 * memory. Views are made once, before the first step; kernels take nothing else.
 */
public interface View {

    /** The buffer whose memory this view shares. */
    Buffer buffer();

    /** Position of the first element in {@link #buffer()}, in elements. */
    long offset();

    /** Number of rows, at least 1. */
    int rows();

    /** Number of columns, at least 1. */
    int columns();

    /** Number of elements, {@code rows * columns}. */
    default int length() {
        return rows() * columns();
    }

    /** The same memory seen as a matrix of another shape with the same number of elements. */
    default View reshape(int rows, int columns) {
        if (Math.multiplyExact(rows, columns) != length()) {
            throw new IllegalArgumentException(
                    "cannot see " + length() + " elements as [" + rows + ", " + columns + "]");
        }
        return buffer().view(offset(), rows, columns);
    }

    /** A copy of the values in row-major order. */
    default float[] toArray() {
        float[] values = new float[length()];
        buffer().read(offset(), values, 0, values.length);
        return values;
    }

    /** Overwrites all elements with {@code values}, in row-major order. */
    default void set(float[] values) {
        if (values.length != length()) {
            throw new IllegalArgumentException("expected " + length() + " values, got " + values.length);
        }
        buffer().write(offset(), values, 0, values.length);
    }
}
