package org.backprop.engine.kernels.vector;

/** A little memory for each thread, apart from each other by at least a cache line. */
final class Scratch {

    /** Floats in the memory of one thread. */
    static final int VALUES = InnerProduct.SCRATCH_BYTES / Float.BYTES;

    private final NativeBuffer memory;

    Scratch(int threads) {
        memory = new NativeBuffer((long) threads * VALUES);
    }

    /** Address of a part's {@link #VALUES} floats. */
    long of(int part) {
        return memory.address((long) part * VALUES);
    }
}
