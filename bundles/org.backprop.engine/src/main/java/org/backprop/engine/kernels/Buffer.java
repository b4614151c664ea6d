package org.backprop.engine.kernels;

/**
 * A flat run of float32 values in the memory of one {@link Kernels} implementation (native memory on a CPU, device
 * memory on a GPU). It is allocated once, zeroed, and freed when unreachable. Not thread-safe.
 */
public interface Buffer {

    /** Number of float32 elements. */
    long length();

    /**
     * Copies {@code count} elements, starting at {@code offset} of this buffer, to {@code to[at..]}.
     *
     * @throws IndexOutOfBoundsException if either range is not inside its array
     */
    void read(long offset, float[] to, int at, int count);

    /**
     * Copies {@code from[at..at + count)} to this buffer, starting at {@code offset}.
     *
     * @throws IndexOutOfBoundsException if either range is not inside its array
     */
    void write(long offset, float[] from, int at, int count);

    /**
     * A row-major matrix that shares this buffer's memory.
     *
     * @param offset first element, in elements
     * @throws IndexOutOfBoundsException if the matrix does not lie inside the buffer
     */
    View view(long offset, int rows, int columns);
}
