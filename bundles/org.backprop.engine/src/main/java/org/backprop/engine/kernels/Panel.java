package org.backprop.engine.kernels;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A row-major matrix in native memory as BLAS takes it, perhaps a part of a larger one.
 *
 * @param memory its buffer
 * @param offset position of its first element in the buffer
 * @param stride elements from a row to the next, as it lies in memory
 * @param isTransposed whether rows and columns are to be exchanged
 */
record Panel(FloatPointer memory, long offset, int stride, boolean isTransposed) {

    /** The whole of a view. */
    static Panel of(Nd4jView view) {
        return of(view, 0, view.columns());
    }

    /** Part of the memory of a view, from its element {@code at} on. */
    static Panel of(Nd4jView view, long at, int stride) {
        return new Panel(view.memory(), view.offset() + at, stride, false);
    }

    Panel transposed() {
        return new Panel(memory, offset, stride, !isTransposed);
    }

    /** The part from this row and column on. */
    Panel from(int row, int column) {
        return new Panel(memory, position(row, column), stride, isTransposed);
    }

    /** Where an element is in the buffer. */
    long position(int row, int column) {
        long down = isTransposed ? column : row;
        return offset + down * stride + (isTransposed ? row : column);
    }
}
