package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Functions of runs of values; arguments as in {@link ElementLoops}. */
final class FunctionLoops {

    private FunctionLoops() {}

    /** {@code to = a}. */
    static void copy(long a, int step, long to, int n) {
        if (step != 0) {
            Lanes.copy(a, to, n);
        } else {
            ElementLoops.max(a, 0, a, 0, to, n);
        }
    }

    /** The magnitude. */
    static void abs(long a, int step, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER).abs().intoMemorySegment(MEMORY, to, ORDER);
            a += step;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .abs()
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    /** The square root. */
    static void sqrt(long a, int step, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER).sqrt().intoMemorySegment(MEMORY, to, ORDER);
            a += step;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .sqrt()
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }
}
