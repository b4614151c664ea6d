package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Sums over runs of values, always in the same order. {@code scratch} holds one vector. */
final class Reductions {

    /** Values that are added up in float32 before the sums go to float64. */
    private static final int BLOCK = 2048;

    private Reductions() {}

    /** The sum of the lanes of the vector at an address, always in the same order. */
    static double sumOfLanes(long vector) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < Lanes.COUNT; i += 4) {
            even += (double) Lanes.get(Lanes.at(vector, i)) + Lanes.get(Lanes.at(vector, i + 2));
            odd += (double) Lanes.get(Lanes.at(vector, i + 1)) + Lanes.get(Lanes.at(vector, i + 3));
        }
        return even + odd;
    }

    private static long wholeVectors(long n) {
        return n - n % Lanes.COUNT;
    }

    /** {@code sum(x)}. */
    static double sum(long x, int n, long scratch) {
        FloatVector sums = FloatVector.zero(SPECIES);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            sums = sums.add(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask));
        }
        sums.intoMemorySegment(MEMORY, scratch, ORDER);
        return sumOfLanes(scratch);
    }

    /** {@code sum(x y)}. */
    static double dot(long x, long y, int n, long scratch) {
        int whole = (int) wholeVectors(n);
        FloatVector sums = FloatVector.zero(SPECIES);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            sums = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER)
                    .fma(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(y, i), ORDER), sums);
        }
        sums.intoMemorySegment(MEMORY, scratch, ORDER);
        double sum = sumOfLanes(scratch);
        for (int i = whole; i < n; i++) {
            sum += (double) Lanes.get(Lanes.at(x, i)) * Lanes.get(Lanes.at(y, i));
        }
        return sum;
    }

    /** {@code sum(x^2)}. */
    static double squaredNorm(long x, long n, long scratch) {
        double sum = 0;
        for (long from = 0; from < n; from += BLOCK) {
            long block = Lanes.at(x, from);
            sum += dot(block, block, (int) Math.min(BLOCK, n - from), scratch);
        }
        return sum;
    }

    /** {@code sums[j] = sum over i of x[i, j]} for the columns from {@code begin} to {@code end} of x [rows, columns]. */
    static void sumRows(long x, int rows, int columns, int begin, int end, long sums) {
        int j = begin;
        for (; j + Lanes.COUNT <= end; j += Lanes.COUNT) {
            sumVectors(Lanes.at(x, j), rows, columns, Lanes.at(sums, j));
        }
        for (; j < end; j++) {
            float sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += Lanes.get(Lanes.at(x, (long) i * columns + j));
            }
            Lanes.set(Lanes.at(sums, j), sum);
        }
    }

    private static void sumVectors(long x, int rows, int columns, long sums) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < rows; i++) {
            sum = sum.add(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, (long) i * columns), ORDER));
        }
        sum.intoMemorySegment(MEMORY, sums, ORDER);
    }
}
