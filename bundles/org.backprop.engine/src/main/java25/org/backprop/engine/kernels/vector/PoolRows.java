package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** The steps of pools of any window: rows are joined vector by vector, then the columns of the joined row. */
final class PoolRows {

    private PoolRows() {}

    /** {@code to = value}. */
    static void fill(float value, long to, int n) {
        FloatVector values = FloatVector.broadcast(SPECIES, value);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            values.intoMemorySegment(MEMORY, Lanes.at(to, i), ORDER, SPECIES.indexInRange(0, n - i));
        }
    }

    /** {@code to = max(to, from)}. */
    static void max(long from, long to, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(to, i), ORDER, mask)
                    .max(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(from, i), ORDER, mask))
                    .intoMemorySegment(MEMORY, Lanes.at(to, i), ORDER, mask);
        }
    }

    /** {@code to += from}. */
    static void add(long from, long to, int n) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(to, i), ORDER, mask)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(from, i), ORDER, mask))
                    .intoMemorySegment(MEMORY, Lanes.at(to, i), ORDER, mask);
        }
    }

    /** Greatest of {@code count} values, {@code step} values apart. */
    static float max(long from, int count, int step) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, Lanes.get(Lanes.at(from, (long) i * step)));
        }
        return max;
    }

    /** Sum of {@code count} values, {@code step} values apart. */
    static float sum(long from, int count, int step) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Lanes.get(Lanes.at(from, (long) i * step));
        }
        return sum;
    }

    /** {@code to += value} for {@code count} values, {@code step} values apart. */
    static void add(float value, long to, int count, int step) {
        for (int i = 0; i < count; i++) {
            long at = Lanes.at(to, (long) i * step);
            Lanes.set(at, Lanes.get(at) + value);
        }
    }
}
