package org.backprop.engine.kernels.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

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
        int columns = to.columns();
        MemorySegment.copy(source, from * columns, Lanes.MEMORY, ValueLayout.JAVA_FLOAT, to.row(row), count * columns);
    }
}
