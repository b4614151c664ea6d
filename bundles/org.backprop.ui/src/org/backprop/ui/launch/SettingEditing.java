package org.backprop.ui.launch;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;

/** Edits the override of a setting: a choice where there are a few words, else a text. */
final class SettingEditing extends EditingSupport {
    private final TableViewer viewer;
    private final SettingsTable table;
    private final Runnable changed;

    SettingEditing(TableViewer viewer, SettingsTable table, Runnable changed) {
        super(viewer);
        this.viewer = viewer;
        this.table = table;
        this.changed = changed;
    }

    private static List<String> choices(SettingRow row) {
        List<String> choices = new ArrayList<>();
        choices.add("");
        choices.addAll(row.words());
        return choices;
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        SettingRow row = (SettingRow) element;
        return row.words().isEmpty()
                ? new TextCellEditor(viewer.getTable())
                : new ComboBoxCellEditor(viewer.getTable(), choices(row).toArray(String[]::new), SWT.READ_ONLY);
    }

    @Override
    protected boolean canEdit(Object element) {
        return true;
    }

    @Override
    protected Object getValue(Object element) {
        SettingRow row = (SettingRow) element;
        String text = table.overrides().getOrDefault(row.path(), "");
        return row.words().isEmpty() ? text : (Object) Math.max(0, choices(row).indexOf(text));
    }

    @Override
    protected void setValue(Object element, Object value) {
        SettingRow row = (SettingRow) element;
        String text = value instanceof Integer index ? choices(row).get(Math.max(0, index)) : value.toString();
        if (!text.strip().equals(table.overrides().getOrDefault(row.path(), ""))) {
            table.override(row, text);
            changed.run();
        }
    }
}
