package org.backprop.engine.kernels.reference;

import java.util.Arrays;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.View;

/**
 * Memory of the {@link ReferenceKernels}: numbers in double precision.
 *
 * @param values the numbers
 */
public record DoubleBuffer(double[] values) implements Buffer {

    @Override
    public long length() {
        return values.length;
    }

    @Override
    public void read(long offset, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = (float) values[(int) offset + i];
        }
    }

    @Override
    public void write(long offset, float[] from, int at, int count) {
        for (int i = 0; i < count; i++) {
            values[(int) offset + i] = from[at + i];
        }
    }

    @Override
    public View view(long offset, int rows, int columns) {
        return new DoubleView(this, offset, rows, columns);
    }

    private record DoubleView(DoubleBuffer buffer, long offset, int rows, int columns) implements View {}

    /** A copy of the elements of a view, or null for none. */
    static double[] copy(View view) {
        return view == null
                ? null
                : Arrays.copyOfRange(of(view), (int) view.offset(), (int) view.offset() + view.length());
    }

    /** Overwrites the elements of a view. */
    static void store(double[] from, View to) {
        System.arraycopy(from, 0, of(to), (int) to.offset(), to.length());
    }

    /** The memory that a view lies in. */
    static double[] of(View view) {
        return ((DoubleBuffer) view.buffer()).values;
    }
}
