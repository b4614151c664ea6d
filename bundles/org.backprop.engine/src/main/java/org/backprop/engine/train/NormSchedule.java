package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Decides at which steps norms are taken; makes the instrument when it is first needed. */
final class NormSchedule {

    private final Supplier<Norms> instrument;
    private final List<Integer> intervals = new ArrayList<>();
    private Norms norms;

    NormSchedule(Supplier<Norms> instrument) {
        this.instrument = instrument;
    }

    /** Asks for norms at every n-th step for each n of {@code intervals}; 0 asks for none. */
    void reset(List<Integer> intervals) {
        this.intervals.clear();
        intervals.stream().filter(interval -> interval > 0).forEach(this.intervals::add);
    }

    /** The instrument if norms are due at this step, else null. */
    Norms at(long step) {
        if (intervals.stream().noneMatch(interval -> step % interval == 0)) {
            return null;
        }
        if (norms == null) {
            norms = instrument.get();
        }
        return norms;
    }
}
