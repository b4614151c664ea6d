package org.backprop.ui.launch;

import java.util.function.Function;

import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;

/** The texts of a column of settings; what is overridden is bold, what cannot be used has an icon and says why. */
final class SettingLabels extends ColumnLabelProvider {
    private final SettingsTable table;
    private final Function<SettingRow, String> text;
    private final boolean marks;

    SettingLabels(SettingsTable table, Function<SettingRow, String> text) {
        this(table, text, false);
    }

    private SettingLabels(SettingsTable table, Function<SettingRow, String> text, boolean marks) {
        this.table = table;
        this.text = text;
        this.marks = marks;
    }

    /** The texts of the column of overrides. */
    static SettingLabels ofOverride(SettingsTable table) {
        return new SettingLabels(table, row -> table.overrides().getOrDefault(row.path(), ""), true);
    }

    @Override
    public String getText(Object element) {
        return text.apply((SettingRow) element);
    }

    @Override
    public Font getFont(Object element) {
        return table.overrides().containsKey(((SettingRow) element).path())
                ? JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT)
                : null;
    }

    @Override
    public Image getImage(Object element) {
        return marks && table.problem((SettingRow) element) != null
                ? FieldDecorationRegistry.getDefault()
                        .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                        .getImage()
                : null;
    }

    @Override
    public String getToolTipText(Object element) {
        SettingRow row = (SettingRow) element;
        String problem = table.problem(row);
        return problem == null ? row.explanation() : problem;
    }
}
