package org.backprop.runlog.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;

/**
 * What a sweep and the runs of its trials say at one moment. Immutable.
 *
 * @param folder folder of the sweep
 * @param info content of {@code sweep.json}
 * @param outcome its state; interrupted if its process is gone
 * @param rows the trials by number
 * @param groups the settings, the best objective first, those without one last
 */
public record SweepSnapshot(
        Path folder, SweepInfo info, Outcome outcome, List<TrialRow> rows, List<TrialGroup> groups) {
    /** Copies the lists. */
    public SweepSnapshot {
        rows = List.copyOf(rows);
        groups = List.copyOf(groups);
    }

    /**
     * Puts a sweep and its runs together.
     *
     * @param runs gives the run in a folder, if there is one
     * @param figures what a run has reached
     */
    static SweepSnapshot of(
            Path folder,
            SweepInfo info,
            Function<Path, Optional<RunSnapshot>> runs,
            BiFunction<RunSnapshot, Trial, TrialFigures> figures) {
        Outcome outcome = info.state();
        SweepFolder sweep = new SweepFolder(folder);
        List<TrialRow> rows = new ArrayList<>();
        for (Trial trial : info.trials()) {
            Optional<RunSnapshot> run = trial.run().map(sweep::run).flatMap(runs);
            boolean halted = outcome != Outcome.RUNNING && trial.state() == TrialState.RUNNING;
            rows.add(new TrialRow(
                    trial,
                    halted ? TrialState.INTERRUPTED : trial.state(),
                    run,
                    run.map(snapshot -> figures.apply(snapshot, trial)).orElse(TrialFigures.NONE)));
        }
        return new SweepSnapshot(
                folder, info, outcome, rows, groups(rows, info.plan().objective()));
    }

    private static List<TrialGroup> groups(List<TrialRow> rows, Goal objective) {
        Map<Map<String, String>, List<TrialRow>> bySetting = new LinkedHashMap<>();
        rows.forEach(row -> bySetting
                .computeIfAbsent(row.trial().settings(), setting -> new ArrayList<>())
                .add(row));
        Comparator<TrialGroup> ascending = Comparator.comparingDouble(
                group -> (objective.moreIsBetter() ? -1 : 1) * group.objective().mean());
        return bySetting.values().stream().map(TrialGroup::of).sorted(ascending).toList();
    }

    /** The paths that differ between the trials, in the order of the model file. */
    public Collection<String> paths() {
        return info.plan().paths();
    }

    /** Trials that have ended. */
    public int ended() {
        return (int) rows.stream().filter(row -> row.state().isFinal()).count();
    }

    /** Planned trials. */
    public int planned() {
        return Math.max(rows.size(), info.plan().trials());
    }
}
