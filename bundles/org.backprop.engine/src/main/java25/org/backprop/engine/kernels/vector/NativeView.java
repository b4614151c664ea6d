package org.backprop.engine.kernels.vector;

import java.util.Objects;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.View;

/**
 * A view with its address.
 *
 * @param memory kept reachable by the view
 * @param address of the first element
 */
record NativeView(NativeBuffer memory, long offset, int rows, int columns, long address) implements View {

    NativeView(NativeBuffer memory, long offset, int rows, int columns) {
        this(memory, offset, rows, columns, memory.address(offset));
        int length = Math.multiplyExact(rows, columns);
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a view of [" + rows + ", " + columns + "] is empty");
        }
        Objects.checkFromIndexSize(offset, (long) length, memory.length());
    }

    /**
     * The native view behind a view.
     *
     * @throws ClassCastException if other kernels allocated it
     */
    static NativeView of(View view) {
        return (NativeView) view;
    }

    /** Address of the first element of a row. */
    long row(int row) {
        return Lanes.at(address, (long) row * columns);
    }

    @Override
    public Buffer buffer() {
        return memory;
    }
}
