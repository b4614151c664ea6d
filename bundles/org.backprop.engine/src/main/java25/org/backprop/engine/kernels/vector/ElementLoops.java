package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Arithmetic on runs of values, from memory to memory. An argument that is the same for all elements is a vector of
 * copies of it, with a step of 0; else the step is {@link Lanes#BYTES}. Results may replace arguments. Each operation
 * has a loop of its own, because the compiler must know it when it compiles the loop.
 */
final class ElementLoops {

    private ElementLoops() {}

    static void add(long a, int stepA, long b, int stepB, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER))
                    .intoMemorySegment(MEMORY, to, ORDER);
            a += stepA;
            b += stepB;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .add(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask))
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    static void subtract(long a, int stepA, long b, int stepB, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER)
                    .sub(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER))
                    .intoMemorySegment(MEMORY, to, ORDER);
            a += stepA;
            b += stepB;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .sub(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask))
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    static void multiply(long a, int stepA, long b, int stepB, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER)
                    .mul(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER))
                    .intoMemorySegment(MEMORY, to, ORDER);
            a += stepA;
            b += stepB;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .mul(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask))
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    static void divide(long a, int stepA, long b, int stepB, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER)
                    .div(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER))
                    .intoMemorySegment(MEMORY, to, ORDER);
            a += stepA;
            b += stepB;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .div(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask))
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    static void min(long a, int stepA, long b, int stepB, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER)
                    .min(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER))
                    .intoMemorySegment(MEMORY, to, ORDER);
            a += stepA;
            b += stepB;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .min(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask))
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    static void max(long a, int stepA, long b, int stepB, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER)
                    .max(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER))
                    .intoMemorySegment(MEMORY, to, ORDER);
            a += stepA;
            b += stepB;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .max(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask))
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    /** {@code to = a b + c}. */
    static void multiplyAdd(long a, int stepA, long b, int stepB, long c, int stepC, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER)
                    .fma(
                            FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER),
                            FloatVector.fromMemorySegment(SPECIES, MEMORY, c, ORDER))
                    .intoMemorySegment(MEMORY, to, ORDER);
            a += stepA;
            b += stepB;
            c += stepC;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .fma(
                            FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask),
                            FloatVector.fromMemorySegment(SPECIES, MEMORY, c, ORDER, mask))
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    /** {@code to = a > 0 ? b : c}. */
    static void select(long a, int stepA, long b, int stepB, long c, int stepC, long to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            VectorMask<Float> positive =
                    FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER).compare(VectorOperators.GT, 0f);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, c, ORDER)
                    .blend(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER), positive)
                    .intoMemorySegment(MEMORY, to, ORDER);
            a += stepA;
            b += stepB;
            c += stepC;
            to += Lanes.BYTES;
        }
        if (i < n) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            VectorMask<Float> positive = FloatVector.fromMemorySegment(SPECIES, MEMORY, a, ORDER, mask)
                    .compare(VectorOperators.GT, 0f);
            FloatVector.fromMemorySegment(SPECIES, MEMORY, c, ORDER, mask)
                    .blend(FloatVector.fromMemorySegment(SPECIES, MEMORY, b, ORDER, mask), positive)
                    .intoMemorySegment(MEMORY, to, ORDER, mask);
        }
    }

    /** The sum of the first n values; scratch holds one vector. */
    static double sum(long x, int n, long scratch) {
        FloatVector total = FloatVector.zero(SPECIES);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            total = total.add(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask));
        }
        total.intoMemorySegment(MEMORY, scratch, ORDER);
        return Reductions.sumOfLanes(scratch);
    }

    /** Stores a vector whose lanes add up to the sum of the squares of the first n values. */
    static void squares(long x, int n, long to) {
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = FloatVector.zero(SPECIES);
        for (int i = 0; i < n; i += 2 * Lanes.COUNT) {
            FloatVector value =
                    FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, SPECIES.indexInRange(i, n));
            FloatVector next = FloatVector.fromMemorySegment(
                    SPECIES, MEMORY, Lanes.at(x, i) + Lanes.BYTES, ORDER, SPECIES.indexInRange(i + Lanes.COUNT, n));
            first = value.fma(value, first);
            second = next.fma(next, second);
        }
        first.add(second).intoMemorySegment(MEMORY, to, ORDER);
    }

    /** Stores a vector whose lanes add up to the sum of the squares of {@code x - y}. */
    static void squaredDifferences(long x, long y, int n, long to) {
        FloatVector total = FloatVector.zero(SPECIES);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, n);
            FloatVector difference = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(x, i), ORDER, mask)
                    .sub(FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(y, i), ORDER, mask));
            total = difference.fma(difference, total);
        }
        total.intoMemorySegment(MEMORY, to, ORDER);
    }
}
