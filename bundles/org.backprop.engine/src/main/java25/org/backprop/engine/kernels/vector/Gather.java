package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

import jdk.incubator.vector.FloatVector;

/** Copies rows of a Java array to a view; each thread its own rows. */
final class Gather implements Work {

    private final Team team;
    private float[] source;
    private int[] rows;
    private int first;
    private NativeView to;

    Gather(Team team) {
        this.team = team;
    }

    /** See {@link org.backprop.engine.kernels.Kernels#gather}. */
    void run(float[] source, int[] rows, int first, NativeView to) {
        this.source = source;
        this.rows = rows;
        this.first = first;
        this.to = to;
        team.run(this, Sharing.pays(to.length()));
        this.source = null;
    }

    @Override
    public void run(int part, int parts) {
        int begin = Work.begin(to.rows(), 1, part, parts);
        int end = Work.end(to.rows(), 1, part, parts);
        if (rows == null) {
            copy(first + begin, begin, end - begin);
            return;
        }
        for (int i = begin; i < end; i++) {
            copy(rows[first + i], i, 1);
        }
    }

    private void copy(int from, int row, int count) {
        copy(source, from * to.columns(), to.row(row), count * to.columns());
    }

    /**
     * In whole cache lines: the other threads have read the last batch there, and a line that is written piece by piece waits
     * for each of them. (The library's copy writes halves.)
     */
    private static void copy(float[] source, int from, long target, int count) {
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector.fromArray(SPECIES, source, from + i).intoMemorySegment(MEMORY, Lanes.at(target, i), ORDER);
        }
        for (int i = whole; i < count; i++) {
            Lanes.set(Lanes.at(target, i), source[from + i]);
        }
    }
}
