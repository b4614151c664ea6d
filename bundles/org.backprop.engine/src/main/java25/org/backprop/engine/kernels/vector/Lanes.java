package org.backprop.engine.kernels.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Float vectors of this CPU's preferred width, loaded from and stored to native addresses.
 *
 * <p>Loops over vectors must stay small and call the Vector API directly. HotSpot's first compiler gives up on a method
 * with too many masked operations, and then the second may never see it. And a method of ours is not inlined any more
 * once it has been compiled by itself to much code. A vector that is passed to a call lands on the heap; that is a
 * hundred times slower.
 */
final class Lanes {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Number of floats in a vector, L. */
    static final int COUNT = SPECIES.length();

    /** Size of a vector in bytes. */
    static final int BYTES = COUNT * Float.BYTES;

    static final ByteOrder ORDER = ByteOrder.nativeOrder();

    /** All of the address space; the kernels keep within the buffers because views are checked when they are made. */
    static final MemorySegment MEMORY = memory();

    private Lanes() {}

    @SuppressWarnings("restricted")
    private static MemorySegment memory() {
        return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    }

    static float get(long address) {
        return MEMORY.get(ValueLayout.JAVA_FLOAT, address);
    }

    static void set(long address, float value) {
        MEMORY.set(ValueLayout.JAVA_FLOAT, address, value);
    }

    static void copy(long from, long to, long count) {
        MemorySegment.copy(MEMORY, from, MEMORY, to, count * Float.BYTES);
    }

    /** Address of element {@code index} of an array of floats. */
    static long at(long address, long index) {
        return address + index * Float.BYTES;
    }
}
