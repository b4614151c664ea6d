package org.backprop.views.runs;

import org.eclipse.ui.IMemento;

/**
 * Order and widths of the columns; kept between sessions.
 *
 * @param sort the column that the rows are sorted by
 * @param descending whether the greatest comes first
 * @param widths pixels of each column
 */
record RunsState(RunColumn sort, boolean descending, int[] widths) {
    private static final String SORT = "sort";
    private static final String DESCENDING = "descending";
    private static final String WIDTH = "width.";

    /** Newest run first. */
    static RunsState initial() {
        RunColumn[] columns = RunColumn.values();
        int[] widths = new int[columns.length];
        for (RunColumn column : columns) {
            widths[column.ordinal()] = column.width();
        }
        return new RunsState(RunColumn.STARTED, true, widths);
    }

    int width(RunColumn column) {
        return widths[column.ordinal()];
    }

    RunsState withWidths(int[] newWidths) {
        return new RunsState(sort, descending, newWidths);
    }

    /** Sorts by a column; by the same column again in the other direction. */
    RunsState sortedBy(RunColumn column) {
        return new RunsState(column, column == sort && !descending, widths);
    }

    /** The saved state; the initial one where nothing was saved. */
    static RunsState restore(IMemento memento) {
        RunsState initial = initial();
        if (memento == null) {
            return initial;
        }
        int[] widths = initial.widths().clone();
        RunColumn sort = initial.sort();
        for (RunColumn column : RunColumn.values()) {
            Integer width = memento.getInteger(WIDTH + column.name());
            widths[column.ordinal()] = width == null || width <= 0 ? column.width() : width;
            sort = column.name().equals(memento.getString(SORT)) ? column : sort;
        }
        Boolean descending = memento.getBoolean(DESCENDING);
        return new RunsState(sort, descending == null || descending, widths);
    }

    void save(IMemento memento) {
        memento.putString(SORT, sort.name());
        memento.putBoolean(DESCENDING, descending);
        for (RunColumn column : RunColumn.values()) {
            memento.putInteger(WIDTH + column.name(), width(column));
        }
    }
}
