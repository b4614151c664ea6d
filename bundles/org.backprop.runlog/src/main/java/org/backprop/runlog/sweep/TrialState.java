package org.backprop.runlog.sweep;

/** State of a trial. */
public enum TrialState {
    /** It has not begun. */
    WAITING,
    /** Its trainer is at work. */
    RUNNING,
    /** All its epochs are done. */
    COMPLETED,
    /** The user ended it; what it has reached counts. */
    STOPPED,
    /** The user did not want it; it does not count. */
    SKIPPED,
    /** It failed; the message says why. */
    FAILED,
    /** The sweep was stopped before the trial had ended; it goes on when the sweep is resumed. */
    INTERRUPTED;

    /** Whether nothing more happens to it, resumed or not. */
    public boolean isFinal() {
        return this == COMPLETED || this == STOPPED || this == SKIPPED || this == FAILED;
    }
}
