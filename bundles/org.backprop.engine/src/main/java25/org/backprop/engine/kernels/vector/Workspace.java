package org.backprop.engine.kernels.vector;

/** Memory for the parts of a work, which grows to the most that was needed. What it holds is lost between works. */
final class Workspace {

    private static final int LINE = 16;

    private NativeBuffer memory = new NativeBuffer(1);
    private long size;

    /** Makes room for {@code size} floats in each of {@code parts} parts. */
    void reserve(int parts, long size) {
        this.size = Math.ceilDiv(size, LINE) * LINE;
        if (memory.length() < parts * this.size) {
            memory = new NativeBuffer(parts * this.size);
        }
    }

    /** Address of a part's memory. */
    long of(int part) {
        return memory.address(part * size);
    }
}
