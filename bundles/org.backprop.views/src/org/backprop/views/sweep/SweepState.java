package org.backprop.views.sweep;

import java.nio.file.Path;

import org.eclipse.ui.IMemento;

/**
 * What the user chose in the Sweep view; kept between sessions but for the sweep.
 *
 * @param chosen folder of the sweep to show, or null to follow the newest
 * @param byTime whether curves are drawn against time
 * @param logarithmic whether they are drawn on a logarithmic scale
 */
record SweepState(Path chosen, boolean byTime, boolean logarithmic) {
    private static final String BY_TIME = "byTime";
    private static final String LOGARITHMIC = "logarithmic";

    SweepState withChosen(Path sweep) {
        return new SweepState(sweep, byTime, logarithmic);
    }

    SweepState withByTime(boolean time) {
        return new SweepState(chosen, time, logarithmic);
    }

    SweepState withLogarithmic(boolean log) {
        return new SweepState(chosen, byTime, log);
    }

    /** The saved state; the defaults if there is none. */
    static SweepState restore(IMemento memento) {
        return memento == null
                ? new SweepState(null, false, false)
                : new SweepState(
                        null,
                        Boolean.TRUE.equals(memento.getBoolean(BY_TIME)),
                        Boolean.TRUE.equals(memento.getBoolean(LOGARITHMIC)));
    }

    void save(IMemento memento) {
        memento.putBoolean(BY_TIME, byTime);
        memento.putBoolean(LOGARITHMIC, logarithmic);
    }
}
