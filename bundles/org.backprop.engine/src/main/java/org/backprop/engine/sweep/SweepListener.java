package org.backprop.engine.sweep;

import org.backprop.runlog.sweep.SweepSnapshot;

/** Follows a sweep under way; called on its thread. */
@FunctionalInterface
public interface SweepListener {

    /** Called a few times a second and after each change of a trial's state. */
    void changed(SweepSnapshot sweep);
}
