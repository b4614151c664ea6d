package org.backprop.engine.train;

import java.util.List;

import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.network.TrainableLayer;

/** Decides at which steps the norms of the layers are taken. */
final class NormSchedule {

    private final UpdateNorms norms;
    private int[] intervals = new int[0];

    NormSchedule(List<TrainableLayer> layers) {
        norms = new UpdateNorms(
                layers.stream().mapToInt(TrainableLayer::offset).toArray(),
                layers.stream().mapToInt(TrainableLayer::length).toArray());
    }

    /** Asks for norms at every n-th step for each n of {@code intervals}; 0 asks for none. */
    void reset(List<Integer> intervals) {
        this.intervals = intervals.stream()
                .mapToInt(Integer::intValue)
                .filter(interval -> interval > 0)
                .toArray();
    }

    /** Where to put the norms if they are due at this step, else null. */
    UpdateNorms at(long step) {
        for (int interval : intervals) {
            if (step % interval == 0) {
                return norms;
            }
        }
        return null;
    }
}
