package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Copies a run of gradients to where the tiles read them, and adds them up for the bias. */
final class GradientRows {

    private GradientRows() {}

    /**
     * {@code dz = dy}, in whole vectors with zeros behind.
     *
     * @param n number of values
     * @param tile address of the first vector of dz
     * @param tileStep bytes from a vector to the next
     * @param run address of another copy of dz, whose vectors follow each other, or 0 for none
     * @param sums address of a vector to which the vectors of dz are added
     */
    static void copy(long dy, int n, long tile, long tileStep, long run, long sums) {
        FloatVector sum = FloatVector.fromMemorySegment(SPECIES, MEMORY, sums, ORDER);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector dz = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dy, i), ORDER, mask);
            sum = sum.add(dz);
            dz.intoMemorySegment(MEMORY, tile, ORDER);
            if (run != 0) {
                dz.intoMemorySegment(MEMORY, Lanes.at(run, i), ORDER);
            }
            tile += tileStep;
        }
        sum.intoMemorySegment(MEMORY, sums, ORDER);
    }

    /** As {@link #copy} where {@code y > 0}, else {@code dz = 0}. */
    static void copyPositive(long y, long dy, int n, long tile, long tileStep, long run, long sums) {
        FloatVector sum = FloatVector.fromMemorySegment(SPECIES, MEMORY, sums, ORDER);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            VectorMask<Float> positive = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(y, i), ORDER, mask)
                    .compare(VectorOperators.GT, 0f);
            FloatVector value = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(dy, i), ORDER, mask);
            FloatVector dz = FloatVector.zero(SPECIES).blend(value, positive);
            sum = sum.add(dz);
            dz.intoMemorySegment(MEMORY, tile, ORDER);
            if (run != 0) {
                dz.intoMemorySegment(MEMORY, Lanes.at(run, i), ORDER);
            }
            tile += tileStep;
        }
        sum.intoMemorySegment(MEMORY, sums, ORDER);
    }
}
