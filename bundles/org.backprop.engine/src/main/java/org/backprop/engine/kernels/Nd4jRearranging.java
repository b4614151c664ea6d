package org.backprop.engine.kernels;

import java.nio.FloatBuffer;

/** See {@link Kernels#rearrange}. */
final class Nd4jRearranging extends Rearranging {

    private FloatBuffer source;
    private FloatBuffer result;

    Nd4jRearranging(Team team) {
        super(team);
    }

    void run(Rearrangement rearrangement, Nd4jView from, Nd4jView to) {
        source = from.elements();
        result = to.elements();
        run(rearrangement);
    }

    @Override
    protected void row(int count, int from, int fromStep, int to, int toStep, boolean adds) {
        if (fromStep == 1 && toStep == 1 && !adds) {
            result.put(to, source, from, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            float value = source.get(from + i * fromStep);
            int at = to + i * toStep;
            result.put(at, adds ? result.get(at) + value : value);
        }
    }
}
