package org.backprop.views.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.core.runs.RunsSnapshot.Sweep;
import org.backprop.runlog.sweep.SweepReading;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.TrialGroup;
import org.backprop.runlog.sweep.TrialRow;

/**
 * What the Sweep view shows at one moment.
 *
 * @param choices folders of all sweeps, the newest first
 * @param sweep the one that is shown; empty if there is none
 * @param rows its trials
 * @param groups its settings, the best first
 * @param curves of the trials that have begun
 * @param byTime whether the curves are over time
 */
record ShownSweep(
        List<Path> choices,
        Optional<SweepSnapshot> sweep,
        List<Row> rows,
        List<Group> groups,
        List<Curve> curves,
        boolean byTime) {
    /**
     * Projects the chosen sweep, or else the newest.
     *
     * @param reading keeps what does not change between two calls
     * @param pixels width of the plot, at least 1
     */
    static ShownSweep of(RunsSnapshot runs, SweepReading reading, SweepState state, int pixels) {
        List<Path> choices = runs.sweeps().stream().map(Sweep::folder).toList();
        Optional<Sweep> chosen = Optional.ofNullable(state.chosen())
                .flatMap(runs::sweepIn)
                .or(() -> runs.sweeps().stream().findFirst());
        return chosen.map(sweep -> of(choices, reading.snapshot(sweep.folder(), sweep.info(), runs::in), state, pixels))
                .orElseGet(() ->
                        new ShownSweep(choices, Optional.empty(), List.of(), List.of(), List.of(), state.byTime()));
    }

    private static ShownSweep of(List<Path> choices, SweepSnapshot sweep, SweepState state, int pixels) {
        Map<Map<String, String>, Integer> settings = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        String metric = sweep.info().plan().objective().metric();
        for (TrialRow row : sweep.rows()) {
            int setting = settings.computeIfAbsent(row.trial().settings(), unknown -> settings.size());
            rows.add(new Row(sweep.folder(), row, setting));
            Curve.of(row, setting, metric, state.byTime(), pixels)
                    .filter(curve -> curve.x().length > 0)
                    .ifPresent(curves::add);
        }
        List<Group> groups = new ArrayList<>();
        for (TrialGroup group : sweep.groups()) {
            groups.add(new Group(sweep.folder(), group, groups.size() + 1, settings.get(group.settings())));
        }
        return new ShownSweep(choices, Optional.of(sweep), rows, groups, curves, state.byTime());
    }
}
