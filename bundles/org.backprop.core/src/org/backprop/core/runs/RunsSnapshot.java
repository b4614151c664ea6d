package org.backprop.core.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;

/**
 * All runs of the workspace at one moment.
 *
 * @param generation grows by one with each snapshot
 * @param runs the newest start first
 */
public record RunsSnapshot(long generation, List<RunSnapshot> runs) {
    /** Nothing is known yet. */
    public static final RunsSnapshot EMPTY = new RunsSnapshot(0, List.of());

    /** Copies the list. */
    public RunsSnapshot {
        runs = List.copyOf(runs);
    }

    /** Returns the run that started last. */
    public Optional<RunSnapshot> newest() {
        return runs.stream().findFirst();
    }

    /** Returns the run in {@code folder}, an absolute path. */
    public Optional<RunSnapshot> in(Path folder) {
        return runs.stream().filter(run -> run.folder().equals(folder)).findFirst();
    }
}
