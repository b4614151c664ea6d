package org.backprop.runlog.control;

/** What a trainer does. */
public enum RunState {
    /** It trains. */
    RUNNING("running"),
    /** It waits between two steps. */
    PAUSED("paused"),
    /** It was asked to stop, or has ended. */
    STOPPING("stopping");

    private final String key;

    RunState(String key) {
        this.key = key;
    }

    /** Its name on the wire. */
    public String key() {
        return key;
    }
}
