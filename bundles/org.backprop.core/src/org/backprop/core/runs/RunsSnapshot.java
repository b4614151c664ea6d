package org.backprop.core.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.sweep.SweepInfo;

/**
 * All runs of the workspace at one moment.
 *
 * @param generation grows by one with each snapshot
 * @param runs the newest start first
 * @param sweeps the newest start first
 */
public record RunsSnapshot(long generation, List<RunSnapshot> runs, List<Sweep> sweeps) {
    /**
     * A sweep; the runs of its trials are among the runs.
     *
     * @param folder its folder, an absolute path
     * @param info its record
     */
    public record Sweep(Path folder, SweepInfo info) {}

    /** Nothing is known yet. */
    public static final RunsSnapshot EMPTY = new RunsSnapshot(0, List.of(), List.of());

    /** Copies the lists. */
    public RunsSnapshot {
        runs = List.copyOf(runs);
        sweeps = List.copyOf(sweeps);
    }

    /** Returns the run that started last. */
    public Optional<RunSnapshot> newest() {
        return runs.stream().findFirst();
    }

    /** Returns the sweep in {@code folder}, an absolute path. */
    public Optional<Sweep> sweepIn(Path folder) {
        return sweeps.stream().filter(sweep -> sweep.folder().equals(folder)).findFirst();
    }

    /** Returns the run in {@code folder}, an absolute path. */
    public Optional<RunSnapshot> in(Path folder) {
        return runs.stream().filter(run -> run.folder().equals(folder)).findFirst();
    }
}
