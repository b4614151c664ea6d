package org.backprop.ui.control;

import org.backprop.core.launch.LaunchPreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** How trainings are ended. */
public final class ControlPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int LONGEST_GRACE = 3600;

    public ControlPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, LaunchPreferences.NODE));
        setDescription(Messages.ControlPage_description);
    }

    @Override
    protected void createFieldEditors() {
        addField(new RadioGroupFieldEditor(
                LaunchPreferences.CLOSING,
                Messages.ControlPage_closing,
                1,
                new String[][] {
                    {Messages.ControlPage_ask, LaunchPreferences.ASK},
                    {Messages.ControlPage_keep, LaunchPreferences.KEEP},
                    {Messages.ControlPage_stop, LaunchPreferences.STOP}
                },
                getFieldEditorParent(),
                true));
        var grace = new IntegerFieldEditor(
                LaunchPreferences.GRACE_SECONDS, Messages.ControlPage_grace, getFieldEditorParent());
        grace.setValidRange(0, LONGEST_GRACE);
        addField(grace);
    }
}
