package org.backprop.engine.kernels.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.View;

/** Zeroed native memory outside the Java heap, aligned to a cache line, freed when unreachable. */
final class NativeBuffer implements Buffer {

    private static final int CACHE_LINE = 64;

    private final MemorySegment memory;

    NativeBuffer(long length) {
        if (length < 1) {
            throw new IllegalArgumentException("cannot allocate " + length + " values");
        }
        memory = Arena.ofAuto().allocate(Math.multiplyExact(length, Float.BYTES), CACHE_LINE);
    }

    /** Address of element {@code offset}; valid as long as this buffer is reachable. */
    long address(long offset) {
        return Lanes.at(memory.address(), offset);
    }

    @Override
    public long length() {
        return memory.byteSize() / Float.BYTES;
    }

    @Override
    public void read(long offset, float[] to, int at, int count) {
        MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, offset * Float.BYTES, to, at, count);
    }

    @Override
    public void write(long offset, float[] from, int at, int count) {
        MemorySegment.copy(from, at, memory, ValueLayout.JAVA_FLOAT, offset * Float.BYTES, count);
    }

    @Override
    public View view(long offset, int rows, int columns) {
        return new NativeView(this, offset, rows, columns);
    }
}
