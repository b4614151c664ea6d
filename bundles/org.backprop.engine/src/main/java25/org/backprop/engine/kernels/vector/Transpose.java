package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.Work;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Copies a matrix to its transpose, in squares of L x L: each level exchanges the off-diagonal quarters of all squares of
 * one size, then those of half the size.
 */
final class Transpose implements Work {

    private final Scratch scratch;
    private NativeBuffer transposed = new NativeBuffer(1);
    private NativeView matrix;

    Transpose(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Sets what to transpose; the memory for the result grows as needed. */
    void set(NativeView matrix) {
        this.matrix = matrix;
        if (transposed.length() < matrix.length()) {
            transposed = new NativeBuffer(matrix.length());
        }
    }

    /** Address of the result {@code [columns, rows]}. */
    long address() {
        return transposed.address(0);
    }

    @Override
    public void run(int part, int parts) {
        int rows = matrix.rows();
        int columns = matrix.columns();
        int end = Work.end(rows, Lanes.COUNT, part, parts);
        for (int i = Work.begin(rows, Lanes.COUNT, part, parts); i < end; i += Lanes.COUNT) {
            int whole = i + Lanes.COUNT <= end ? columns / Lanes.COUNT * Lanes.COUNT : 0;
            for (int j = 0; j < whole; j += Lanes.COUNT) {
                long from = Lanes.at(matrix.row(i), j);
                square(
                        from,
                        Lanes.at(0, columns),
                        Lanes.at(address(), (long) j * rows + i),
                        Lanes.at(0, rows),
                        scratch.of(part));
            }
            rest(i, Math.min(end, i + Lanes.COUNT), whole);
        }
    }

    private static void square(long from, long fromRow, long to, long toRow, long scratch) {
        if (Lanes.COUNT > 8) {
            level(from, fromRow, scratch, Lanes.BYTES, 8, LaneSwaps.SWAP_8, LaneSwaps.UPPER_8);
            level(scratch, Lanes.BYTES, scratch, Lanes.BYTES, 4, LaneSwaps.SWAP_4, LaneSwaps.UPPER_4);
        } else {
            level(from, fromRow, scratch, Lanes.BYTES, 4, LaneSwaps.SWAP_4, LaneSwaps.UPPER_4);
        }
        level(scratch, Lanes.BYTES, scratch, Lanes.BYTES, 2, LaneSwaps.SWAP_2, LaneSwaps.UPPER_2);
        level(scratch, Lanes.BYTES, to, toRow, 1, LaneSwaps.SWAP_1, LaneSwaps.UPPER_1);
    }

    private static void level(
            long from,
            long fromRow,
            long to,
            long toRow,
            int half,
            VectorShuffle<Float> swap,
            VectorMask<Float> upper) {
        for (int pair = 0; pair < Lanes.COUNT / 2; pair++) {
            int i = pair % half + pair / half * 2 * half;
            FloatVector v = FloatVector.fromMemorySegment(SPECIES, MEMORY, from + i * fromRow, ORDER);
            FloatVector w = FloatVector.fromMemorySegment(SPECIES, MEMORY, from + (i + half) * fromRow, ORDER);
            v.blend(w.rearrange(swap), upper).intoMemorySegment(MEMORY, to + i * toRow, ORDER);
            v.rearrange(swap).blend(w, upper).intoMemorySegment(MEMORY, to + (i + half) * toRow, ORDER);
        }
    }

    /** What does not fill a square. */
    private void rest(int begin, int end, int column) {
        for (int j = column; j < matrix.columns(); j++) {
            for (int i = begin; i < end; i++) {
                float value = Lanes.get(Lanes.at(matrix.row(i), j));
                Lanes.set(Lanes.at(address(), (long) j * matrix.rows() + i), value);
            }
        }
    }
}
