package org.backprop.views.runs;

import java.util.List;
import java.util.function.Function;

import org.backprop.runlog.run.RunInfo;

/** What the runs are grouped by. */
enum Grouping {
    NONE(Messages.group_none, row -> List.of()),
    PROJECT(Messages.group_project, row -> named(row.project())),
    MODEL(Messages.group_model, row -> named(row.facts().model())),
    SWEEP(
            Messages.group_sweep,
            row -> named(row.run()
                    .info()
                    .flatMap(RunInfo::trial)
                    .map(trial -> trial.sweep())
                    .orElse(""))),
    /** A run with several tags stands in several groups. */
    TAG(
            Messages.group_tag,
            row -> row.run().notes().tags().isEmpty()
                    ? named("")
                    : row.run().notes().tags());

    private final String title;
    private final Function<RunRow, List<String>> groups;

    Grouping(String title, Function<RunRow, List<String>> groups) {
        this.title = title;
        this.groups = groups;
    }

    String title() {
        return title;
    }

    /** The groups of a run, at least one; none if there is no grouping. */
    List<String> of(RunRow row) {
        return groups.apply(row);
    }

    private static List<String> named(String name) {
        return List.of(name.isEmpty() ? Messages.group_other : name);
    }
}
