package org.backprop.ui.launch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** A table of settings: the key, the value in the file, and the value in its place, which can be edited. */
final class SettingsTable {
    private static final int HEIGHT = 160;

    private final TableViewer viewer;
    private final Map<String, String> overrides = new TreeMap<>();
    private Map<String, String> problems = Map.of();
    private String filter = "";

    /**
     * Creates the table.
     *
     * @param changed called after the user has changed an override
     * @param selected receives the row that is selected
     */
    SettingsTable(Composite parent, Runnable changed, Consumer<SettingRow> selected) {
        Composite area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, HEIGHT)
                .applyTo(area);
        viewer = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setLinesVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.addFilter(new Matching());
        ColumnViewerToolTipSupport.enableFor(viewer);
        addColumn(layout, Messages.override_columnKey, 5, new SettingLabels(this, SettingRow::path));
        addColumn(layout, Messages.override_columnFile, 3, new SettingLabels(this, SettingRow::inFile));
        addColumn(layout, Messages.override_columnValue, 3, SettingLabels.ofOverride(this))
                .setEditingSupport(new SettingEditing(viewer, this, changed));
        viewer.addSelectionChangedListener(event -> {
            if (event.getStructuredSelection().getFirstElement() instanceof SettingRow row) {
                selected.accept(row);
            }
        });
    }

    private TableViewerColumn addColumn(TableColumnLayout layout, String title, int weight, SettingLabels labels) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.setLabelProvider(labels);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, true));
        return column;
    }

    /** Shows rows with their overrides. */
    void show(List<SettingRow> rows, Map<String, String> newOverrides) {
        overrides.clear();
        overrides.putAll(newOverrides);
        if (!rows.equals(viewer.getInput())) {
            viewer.setInput(rows);
        } else {
            viewer.refresh();
        }
    }

    /** Marks the rows whose override cannot be used. */
    void showProblems(Map<String, String> messages) {
        if (!messages.equals(problems)) {
            problems = messages;
            viewer.refresh();
        }
    }

    void filter(String text) {
        filter = text.strip();
        viewer.refresh();
    }

    /** What the user has put in place of values of the file, by path. */
    Map<String, String> overrides() {
        return overrides;
    }

    /** Overrides a value; with a blank text not any longer. */
    void override(SettingRow row, String text) {
        if (text.isBlank()) {
            overrides.remove(row.path());
        } else {
            overrides.put(row.path(), text.strip());
        }
        viewer.update(row, null);
    }

    /** What is wrong with the override of a row; null if nothing is. */
    String problem(SettingRow row) {
        return problems.get(row.path());
    }

    private final class Matching extends ViewerFilter {
        @Override
        public boolean select(Viewer filtered, Object parent, Object element) {
            return filter.isEmpty() || ((SettingRow) element).matches(overrides, filter);
        }
    }
}
