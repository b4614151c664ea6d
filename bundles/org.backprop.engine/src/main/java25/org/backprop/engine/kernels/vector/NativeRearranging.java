package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.Rearranging;
import org.backprop.engine.kernels.Team;

/** See {@link org.backprop.engine.kernels.Kernels#rearrange}. */
final class NativeRearranging extends Rearranging {

    private NativeView source;
    private NativeView result;

    NativeRearranging(Team team) {
        super(team);
    }

    void run(Rearrangement rearrangement, NativeView from, NativeView to) {
        source = from;
        result = to;
        run(rearrangement);
    }

    @Override
    protected void row(int count, int from, int fromStep, int to, int toStep, boolean adds) {
        long x = Lanes.at(source.address(), from);
        long y = Lanes.at(result.address(), to);
        if (fromStep == 1 && toStep == 1) {
            if (adds) {
                ElementLoops.add(x, Lanes.BYTES, y, Lanes.BYTES, y, count);
            } else {
                Lanes.copy(x, y, count);
            }
        } else if (adds) {
            add(count, x, fromStep, y, toStep);
        } else {
            copy(count, x, fromStep, y, toStep);
        }
    }

    private static void copy(int count, long x, int fromStep, long y, int toStep) {
        for (int i = 0; i < count; i++) {
            Lanes.set(Lanes.at(y, (long) i * toStep), Lanes.get(Lanes.at(x, (long) i * fromStep)));
        }
    }

    private static void add(int count, long x, int fromStep, long y, int toStep) {
        for (int i = 0; i < count; i++) {
            long at = Lanes.at(y, (long) i * toStep);
            Lanes.set(at, Lanes.get(at) + Lanes.get(Lanes.at(x, (long) i * fromStep)));
        }
    }
}
