package org.backprop.runlog.sweep;

import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;

/**
 * A trial with what it has reached.
 *
 * @param trial as recorded
 * @param state its state; interrupted if the sweep's process is gone
 * @param run its run; empty before it begins
 * @param figures what it has reached
 */
public record TrialRow(Trial trial, TrialState state, Optional<RunSnapshot> run, TrialFigures figures) {
    /** Whether it counts in the mean over the seeds. */
    boolean counts() {
        return state == TrialState.COMPLETED || state == TrialState.STOPPED;
    }
}
