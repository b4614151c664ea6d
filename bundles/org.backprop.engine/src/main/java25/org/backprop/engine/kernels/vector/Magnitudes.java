package org.backprop.engine.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.backprop.engine.kernels.vector.Lanes.MEMORY;

import java.util.Arrays;

import org.backprop.engine.kernels.MagnitudeBins;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/** Counts values by magnitude. Neighbouring values often share a bin, so they are counted apart and added up at the end. */
final class Magnitudes implements Work {

    private static final int LANES = 4;

    private final Team team;
    private final int[][] partial;
    private NativeView x;

    Magnitudes(Team team) {
        this.team = team;
        partial = new int[team.size()][LANES * MagnitudeBins.COUNT];
    }

    /** See {@link org.backprop.engine.kernels.Kernels#countMagnitudes}. */
    void run(NativeView x, int[] counts) {
        this.x = x;
        for (int[] part : partial) {
            Arrays.fill(part, 0);
        }
        team.run(this, Sharing.pays(x.length()));
        Arrays.fill(counts, 0);
        for (int[] part : partial) {
            for (int i = 0; i < part.length; i++) {
                counts[i % MagnitudeBins.COUNT] += part[i];
            }
        }
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(x.length(), LANES, part, parts);
        int begin = Work.begin(x.length(), LANES, part, parts);
        count(Lanes.at(x.address(), begin), end - begin, partial[part]);
    }

    private static void count(long address, int n, int[] counts) {
        int whole = n / LANES * LANES;
        for (int i = 0; i < whole; i += LANES) {
            long at = Lanes.at(address, i);
            counts[MEMORY.get(JAVA_INT, at) >>> MagnitudeBins.SHIFT]++;
            counts[MagnitudeBins.COUNT + (MEMORY.get(JAVA_INT, at + 4) >>> MagnitudeBins.SHIFT)]++;
            counts[2 * MagnitudeBins.COUNT + (MEMORY.get(JAVA_INT, at + 8) >>> MagnitudeBins.SHIFT)]++;
            counts[3 * MagnitudeBins.COUNT + (MEMORY.get(JAVA_INT, at + 12) >>> MagnitudeBins.SHIFT)]++;
        }
        for (int i = whole; i < n; i++) {
            counts[MEMORY.get(JAVA_INT, Lanes.at(address, i)) >>> MagnitudeBins.SHIFT]++;
        }
    }
}
