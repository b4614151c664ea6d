package org.backprop.views.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.ui.IMemento;

/**
 * What the user chose in the Runs view; kept between sessions.
 *
 * @param columns ids of the columns, from left to right
 * @param widths pixels of columns by id, of those that were changed
 * @param sort id of the column that the rows are sorted by
 * @param descending whether the greatest comes first
 * @param grouping what the runs are grouped by
 * @param collapsed names of the groups whose runs are hidden
 * @param archived whether archived runs are listed
 * @param filter text that chooses the runs
 */
record RunsState(
        List<String> columns,
        Map<String, Integer> widths,
        String sort,
        boolean descending,
        Grouping grouping,
        Set<String> collapsed,
        boolean archived,
        String filter) {
    private static final String COLUMNS = "columns";
    private static final String WIDTH = "width";
    private static final String SORT = "sort";
    private static final String DESCENDING = "descending";
    private static final String GROUPING = "grouping";
    private static final String ARCHIVED = "archived";
    private static final String FILTER = "filter";

    /** Newest run first, all but the archived ones. */
    static final RunsState INITIAL =
            new RunsState(RunColumns.DEFAULT, Map.of(), "started", true, Grouping.NONE, Set.of(), false, "");

    RunsState {
        columns = List.copyOf(columns);
        widths = Map.copyOf(widths);
        collapsed = Set.copyOf(collapsed);
    }

    int width(RunColumn column) {
        return widths.getOrDefault(column.id(), column.column().width());
    }

    /** The columns, without those that there are no more. */
    List<RunColumn> shown() {
        return columns.stream().map(RunColumn::of).filter(Objects::nonNull).toList();
    }

    RunsState withColumns(List<String> ids, Map<String, Integer> newWidths) {
        Map<String, Integer> all = new LinkedHashMap<>(widths);
        all.putAll(newWidths);
        return new RunsState(ids, all, sort, descending, grouping, collapsed, archived, filter);
    }

    /** Sorts by a column; by the same column again in the other direction. */
    RunsState sortedBy(String id) {
        return new RunsState(
                columns, widths, id, id.equals(sort) && !descending, grouping, collapsed, archived, filter);
    }

    RunsState withGrouping(Grouping by) {
        return new RunsState(columns, widths, sort, descending, by, Set.of(), archived, filter);
    }

    /** Hides the runs of a group, or shows them again. */
    RunsState toggled(String group) {
        Set<String> groups = new HashSet<>(collapsed);
        if (!groups.add(group)) {
            groups.remove(group);
        }
        return new RunsState(columns, widths, sort, descending, grouping, groups, archived, filter);
    }

    RunsState withArchived(boolean listed) {
        return new RunsState(columns, widths, sort, descending, grouping, collapsed, listed, filter);
    }

    RunsState withFilter(String text) {
        return new RunsState(columns, widths, sort, descending, grouping, collapsed, archived, text);
    }

    /** The saved state; the initial one where nothing was saved. */
    static RunsState restore(IMemento memento) {
        if (memento == null || memento.getString(COLUMNS) == null) {
            return INITIAL;
        }
        List<String> columns =
                new ArrayList<>(memento.getString(COLUMNS).lines().toList());
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (IMemento width : memento.getChildren(WIDTH)) {
            Integer pixels = width.getInteger(WIDTH);
            if (pixels != null && pixels > 0 && width.getID() != null) {
                widths.put(width.getID(), pixels);
            }
        }
        String grouping = memento.getString(GROUPING);
        return new RunsState(
                columns.isEmpty() ? RunColumns.DEFAULT : columns,
                widths,
                Objects.requireNonNullElse(memento.getString(SORT), INITIAL.sort()),
                !Boolean.FALSE.equals(memento.getBoolean(DESCENDING)),
                Arrays.stream(Grouping.values())
                        .filter(by -> by.name().equals(grouping))
                        .findFirst()
                        .orElse(Grouping.NONE),
                Set.of(),
                Boolean.TRUE.equals(memento.getBoolean(ARCHIVED)),
                Objects.requireNonNullElse(memento.getString(FILTER), ""));
    }

    void save(IMemento memento) {
        memento.putString(COLUMNS, String.join("\n", columns));
        widths.forEach((id, pixels) -> memento.createChild(WIDTH, id).putInteger(WIDTH, pixels));
        memento.putString(SORT, sort);
        memento.putBoolean(DESCENDING, descending);
        memento.putString(GROUPING, grouping.name());
        memento.putBoolean(ARCHIVED, archived);
        memento.putString(FILTER, filter);
    }
}
