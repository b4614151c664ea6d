package org.backprop.runlog.run;

/** State of a run. */
public enum Outcome {
    /** The trainer is at work. */
    RUNNING,
    /** All planned epochs are done. */
    COMPLETED,
    /** The user stopped it; there is a checkpoint. */
    STOPPED,
    /** Training failed; the message says why. */
    FAILED,
    /** The trainer disappeared without recording an end. Derived by readers, never written. */
    INTERRUPTED,
    /** The folder does not say, and nothing has changed for a while. Derived by readers, never written. */
    UNKNOWN;

    /** Whether a trainer may record this in {@code run.json}. */
    public boolean isRecorded() {
        return this != INTERRUPTED && this != UNKNOWN;
    }
}
