package org.backprop.engine.sweep;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunTail;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.runlog.sweep.SweepPlan;
import org.backprop.runlog.sweep.SweepReading;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.Trial;

/** The runs of a sweep's trials: those under way are followed, of the others only what the table needs is kept. */
final class TrialRuns {
    private final SweepFolder sweep;
    private final SweepReading reading = new SweepReading();
    private final Map<Path, RunTail> followed = new HashMap<>();
    private final Map<Path, RunSnapshot> ended = new HashMap<>();

    TrialRuns(SweepFolder sweep) {
        this.sweep = sweep;
    }

    /** The sweep with what its runs say now. */
    SweepSnapshot snapshot(SweepInfo info) {
        Set<Path> running = Set.copyOf(info.trials().stream()
                .filter(trial -> !trial.state().isFinal())
                .flatMap(trial -> trial.run().map(sweep::run).stream())
                .toList());
        followed.keySet().retainAll(running);
        ended.keySet().removeAll(running);
        return reading.snapshot(
                sweep.path(),
                info,
                folder -> Optional.of(
                        running.contains(folder)
                                ? followed.computeIfAbsent(folder, RunTail::new).poll()
                                : ended.computeIfAbsent(folder, once -> shortened(RunReader.read(once), info.plan()))));
    }

    /** Lets the run of a trial be read again. */
    void forget(Trial trial) {
        trial.run().map(sweep::run).ifPresent(ended::remove);
    }

    private static RunSnapshot shortened(RunSnapshot run, SweepPlan plan) {
        Map<String, Series> scalars = new LinkedHashMap<>();
        for (String tag : List.of(
                "loss/train",
                "loss/validation",
                "accuracy/train",
                "accuracy/validation",
                "epoch",
                plan.objective().metric(),
                plan.target().map(target -> target.goal().metric()).orElse("epoch"))) {
            scalars.put(tag, run.scalar(tag));
        }
        return new RunSnapshot(
                run.folder(),
                run.name(),
                run.info(),
                run.outcome(),
                scalars,
                Map.of(),
                Map.of(),
                Map.of(),
                run.journal(),
                run.problems());
    }
}
