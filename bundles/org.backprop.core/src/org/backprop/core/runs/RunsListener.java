package org.backprop.core.runs;

/** Hears of every change of the runs, in order. */
@FunctionalInterface
public interface RunsListener {
    /**
     * Called on a background thread, at most about ten times a second, one call at a time.
     *
     * @param snapshot the newest state, complete and immutable
     */
    void runsChanged(RunsSnapshot snapshot);
}
