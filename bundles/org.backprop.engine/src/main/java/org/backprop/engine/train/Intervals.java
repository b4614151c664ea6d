package org.backprop.engine.train;

import java.util.List;

/** Decides at which steps something is done that several listeners may ask for, each at every n-th step. */
final class Intervals {

    private int[] intervals = new int[0];

    /** Asks for every n-th step for each n of {@code intervals}; 0 asks for none. */
    void reset(List<Integer> intervals) {
        this.intervals = intervals.stream()
                .mapToInt(Integer::intValue)
                .filter(interval -> interval > 0)
                .toArray();
    }

    /** Whether it is due at this step. */
    boolean include(long step) {
        for (int interval : intervals) {
            if (step % interval == 0) {
                return true;
            }
        }
        return false;
    }
}
