package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The element-wise part of a step of a long short-term memory, over rows of samples. A row of gates holds i, f, g, o, of
 * {@code units} values each, and all four as hyperbolic tangents: g itself, and for a sigmoid s the tangent t of half its
 * argument, so that {@code s = (1 + t) / 2} and {@code s' = s (1 - s) = (1 - t^2) / 4}. One tangent over whole rows serves
 * all gates then.
 *
 * <p>Several small loops: see {@link Lanes}. What they share stays in the nearest cache.
 */
final class LstmGates {

    static final int COUNT = 4;

    private static final int FORGET = 1;
    private static final int CANDIDATE = 2;
    private static final int OUTPUT = 3;

    private LstmGates() {}

    /** What a gate's argument is multiplied by before the tangent. */
    static float scale(int gate) {
        return gate == CANDIDATE ? 1f : 0.5f;
    }

    private static long row(long address, int row, int gates, int units) {
        return address + (long) row * gates * units * Float.BYTES;
    }

    /** {@code after = copy = f before + i g}, all {@code [rows, units]} but the gates. */
    static void cells(long gates, long before, long after, long copy, int rows, int units) {
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        for (int r = 0; r < rows; r++) {
            long in = row(gates, r, COUNT, units);
            long forget = row(in, FORGET, 1, units);
            long candidate = row(in, CANDIDATE, 1, units);
            long from = row(before, r, 1, units);
            long to = row(after, r, 1, units);
            long too = row(copy, r, 1, units);
            for (int j = 0; j < units; j += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(j, units);
                long at = (long) j * Float.BYTES;
                FloatVector i = FloatVector.fromMemorySegment(SPECIES, MEMORY, in + at, ORDER, mask)
                        .fma(half, half);
                FloatVector f = FloatVector.fromMemorySegment(SPECIES, MEMORY, forget + at, ORDER, mask)
                        .fma(half, half);
                FloatVector cell = FloatVector.fromMemorySegment(SPECIES, MEMORY, from + at, ORDER, mask)
                        .mul(f);
                cell = FloatVector.fromMemorySegment(SPECIES, MEMORY, candidate + at, ORDER, mask)
                        .fma(i, cell);
                cell.intoMemorySegment(MEMORY, to + at, ORDER, mask);
                cell.intoMemorySegment(MEMORY, too + at, ORDER, mask);
            }
        }
    }

    /** {@code h = o tanh(c)}; the rows of h are {@code stateRow} bytes apart. */
    static void states(long gates, long squashed, long h, long stateRow, int rows, int units) {
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        for (int r = 0; r < rows; r++) {
            long output = row(gates, r, COUNT, units) + row(0, OUTPUT, 1, units);
            long cell = row(squashed, r, 1, units);
            long to = h + r * stateRow;
            for (int j = 0; j < units; j += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(j, units);
                long at = (long) j * Float.BYTES;
                FloatVector.fromMemorySegment(SPECIES, MEMORY, output + at, ORDER, mask)
                        .fma(half, half)
                        .mul(FloatVector.fromMemorySegment(SPECIES, MEMORY, cell + at, ORDER, mask))
                        .intoMemorySegment(MEMORY, to + at, ORDER, mask);
            }
        }
    }

    /**
     * From the gradient dh of h: that of the output gate, in its place, and {@code dc += dh o (1 - tanh(c)^2)}; the rows
     * of dh are {@code stateRow} bytes apart.
     */
    static void outputGradient(long gates, long squashed, long dh, long stateRow, long dc, int rows, int units) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        for (int r = 0; r < rows; r++) {
            long output = row(gates, r, COUNT, units) + row(0, OUTPUT, 1, units);
            long cell = row(squashed, r, 1, units);
            long from = dh + r * stateRow;
            long change = row(dc, r, 1, units);
            for (int j = 0; j < units; j += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(j, units);
                long at = (long) j * Float.BYTES;
                FloatVector o = FloatVector.fromMemorySegment(SPECIES, MEMORY, output + at, ORDER, mask);
                FloatVector c = FloatVector.fromMemorySegment(SPECIES, MEMORY, cell + at, ORDER, mask);
                FloatVector d = FloatVector.fromMemorySegment(SPECIES, MEMORY, from + at, ORDER, mask)
                        .mul(half);
                FloatVector slope = one.sub(o.mul(o)).mul(half);
                d.mul(c).mul(slope).intoMemorySegment(MEMORY, output + at, ORDER, mask);
                FloatVector.fromMemorySegment(SPECIES, MEMORY, change + at, ORDER, mask)
                        .add(d.mul(o.add(one)).mul(one.sub(c.mul(c))))
                        .intoMemorySegment(MEMORY, change + at, ORDER, mask);
            }
        }
    }

    /** From dc: the gradients of the input gate and of the candidates g, in their places. */
    static void inputGradient(long gates, long dc, int rows, int units) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        for (int r = 0; r < rows; r++) {
            long in = row(gates, r, COUNT, units);
            long candidate = row(in, CANDIDATE, 1, units);
            long change = row(dc, r, 1, units);
            for (int j = 0; j < units; j += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(j, units);
                long at = (long) j * Float.BYTES;
                FloatVector i = FloatVector.fromMemorySegment(SPECIES, MEMORY, in + at, ORDER, mask);
                FloatVector g = FloatVector.fromMemorySegment(SPECIES, MEMORY, candidate + at, ORDER, mask);
                FloatVector d = FloatVector.fromMemorySegment(SPECIES, MEMORY, change + at, ORDER, mask)
                        .mul(half);
                FloatVector slope = one.sub(i.mul(i)).mul(half);
                d.mul(g).mul(slope).intoMemorySegment(MEMORY, in + at, ORDER, mask);
                d.mul(i.add(one)).mul(one.sub(g.mul(g))).intoMemorySegment(MEMORY, candidate + at, ORDER, mask);
            }
        }
    }

    /** From dc: the gradient of the forget gate, in its place, and {@code dc *= f}, the gradient of the cells before. */
    static void forgetGradient(long gates, long before, long dc, int rows, int units) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        for (int r = 0; r < rows; r++) {
            long forget = row(gates, r, COUNT, units) + row(0, FORGET, 1, units);
            long cell = row(before, r, 1, units);
            long change = row(dc, r, 1, units);
            for (int j = 0; j < units; j += Lanes.COUNT) {
                VectorMask<Float> mask = SPECIES.indexInRange(j, units);
                long at = (long) j * Float.BYTES;
                FloatVector f = FloatVector.fromMemorySegment(SPECIES, MEMORY, forget + at, ORDER, mask);
                FloatVector c = FloatVector.fromMemorySegment(SPECIES, MEMORY, cell + at, ORDER, mask);
                FloatVector d = FloatVector.fromMemorySegment(SPECIES, MEMORY, change + at, ORDER, mask)
                        .mul(half);
                FloatVector slope = one.sub(f.mul(f)).mul(half);
                d.mul(c).mul(slope).intoMemorySegment(MEMORY, forget + at, ORDER, mask);
                d.mul(f.add(one)).intoMemorySegment(MEMORY, change + at, ORDER, mask);
            }
        }
    }
}
