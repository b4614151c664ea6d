package org.backprop.views.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.compare.RunFilter;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;

/** Filters, sorts and groups the runs. Keeps the rows of runs that have not changed, as most have not. */
final class RunsProjection {
    private Map<Path, RunRow> rows = Map.of();

    /**
     * What the view shows.
     *
     * @param all the rows of all runs, the newest first
     * @param lines those that the state chooses, with the lines of their groups
     * @param chosen how many runs the filter lets through
     */
    record Shown(List<RunRow> all, List<Line> lines, int chosen) {}

    Shown project(RunsSnapshot known, RunsState state) {
        List<RunRow> all = rows(known);
        RunFilter filter = RunFilter.parse(state.filter());
        List<RunRow> chosen = all.stream()
                .filter(row -> state.archived() || !row.run().notes().archived())
                .filter(row -> filter.accepts(row.texts()))
                .sorted(order(state))
                .toList();
        return new Shown(
                all, state.grouping() == Grouping.NONE ? List.copyOf(chosen) : grouped(chosen, state), chosen.size());
    }

    private List<RunRow> rows(RunsSnapshot known) {
        Map<Path, String> projects = projects();
        Map<Path, RunRow> now = new HashMap<>();
        List<RunRow> all = new ArrayList<>();
        Instant time = Instant.now();
        for (RunSnapshot run : known.runs()) {
            RunRow before = rows.get(run.folder());
            boolean same = before != null && before.run() == run && run.outcome() != Outcome.RUNNING;
            RunRow row = same ? before : new RunRow(run, RunFacts.of(run, time), project(run.folder(), projects));
            now.put(run.folder(), row);
            all.add(row);
        }
        rows = now;
        return all;
    }

    private static Map<Path, String> projects() {
        Map<Path, String> projects = new HashMap<>();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (project.getLocation() != null) {
                projects.put(project.getLocation().toPath(), project.getName());
            }
        }
        return projects;
    }

    private static String project(Path run, Map<Path, String> projects) {
        for (Path folder = run; folder != null; folder = folder.getParent()) {
            String project = projects.get(folder);
            if (project != null) {
                return project;
            }
        }
        return "";
    }

    private static Comparator<RunRow> order(RunsState state) {
        RunColumn column = RunColumn.of(state.sort());
        if (column == null) {
            return (a, b) -> 0;
        }
        return state.descending()
                ? column.column().order().reversed()
                : column.column().order();
    }

    /** Groups in the order of their first run; that of the runs without a group last. */
    private static List<Line> grouped(List<RunRow> chosen, RunsState state) {
        Map<String, List<RunRow>> groups = new LinkedHashMap<>();
        for (RunRow row : chosen) {
            state.grouping()
                    .of(row)
                    .forEach(group -> groups.computeIfAbsent(group, unknown -> new ArrayList<>())
                            .add(row));
        }
        List<RunRow> others = groups.remove(Messages.group_other);
        if (others != null) {
            groups.put(Messages.group_other, others);
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((name, members) -> {
            boolean collapsed = state.collapsed().contains(name);
            lines.add(new GroupLine(name, members.size(), collapsed));
            if (!collapsed) {
                lines.addAll(members);
            }
        });
        return lines;
    }
}
