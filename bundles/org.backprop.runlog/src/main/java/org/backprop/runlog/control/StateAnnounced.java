package org.backprop.runlog.control;

import java.util.Objects;

/** The trainer does something else now: {@code {"event":"state","state":"paused"}}; sent first when it has connected. */
public record StateAnnounced(RunState state) implements TrainerMessage {
    /** Checks that there is a state. */
    public StateAnnounced {
        Objects.requireNonNull(state, "state");
    }
}
