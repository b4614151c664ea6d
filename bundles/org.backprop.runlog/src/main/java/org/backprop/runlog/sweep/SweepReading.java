package org.backprop.runlog.sweep;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.backprop.runlog.run.RunSnapshot;

/**
 * Puts sweeps and their runs together, again and again; the figures of a run that has not changed are kept. Not
 * thread-safe.
 */
public final class SweepReading {
    private final Map<Path, Known> figures = new HashMap<>();

    private record Known(RunSnapshot run, List<Instant> resumed, TrialFigures figures) {
        boolean isOf(RunSnapshot other, Trial trial) {
            return run == other && resumed.equals(trial.resumed());
        }
    }

    /**
     * What a sweep says now.
     *
     * @param folder folder of the sweep
     * @param runs gives the run in a folder, if there is one
     */
    public SweepSnapshot snapshot(Path folder, SweepInfo info, Function<Path, Optional<RunSnapshot>> runs) {
        return SweepSnapshot.of(folder, info, runs, (run, trial) -> figures(run, trial, info.plan()));
    }

    private TrialFigures figures(RunSnapshot run, Trial trial, SweepPlan plan) {
        return figures.compute(
                        run.folder(),
                        (folder, known) -> known != null && known.isOf(run, trial)
                                ? known
                                : new Known(run, trial.resumed(), TrialFigures.of(run, trial, plan)))
                .figures();
    }
}
