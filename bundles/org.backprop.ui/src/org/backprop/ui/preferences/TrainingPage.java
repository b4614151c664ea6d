package org.backprop.ui.preferences;

import org.backprop.core.launch.LaunchPreferences;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Neural Network: how trainings are ended. */
public final class TrainingPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int LONGEST_SECONDS = 3600;

    /** Called by the platform. */
    public TrainingPage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, LaunchPreferences.NODE));
        setDescription(Messages.training_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        // the store needs no workbench
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        HelpContexts.set(getControl(), HelpContexts.PREFERENCES);
    }

    @Override
    protected void createFieldEditors() {
        IntegerFieldEditor grace = new IntegerFieldEditor(
                LaunchPreferences.GRACE_SECONDS, Messages.training_grace, getFieldEditorParent());
        grace.setValidRange(0, LONGEST_SECONDS);
        addField(grace);
        addField(new RadioGroupFieldEditor(
                LaunchPreferences.CLOSING,
                Messages.training_closing,
                1,
                new String[][] {
                    {Messages.training_closingAsk, LaunchPreferences.ASK},
                    {Messages.training_closingKeep, LaunchPreferences.KEEP},
                    {Messages.training_closingStop, LaunchPreferences.STOP}
                },
                getFieldEditorParent(),
                true));
    }
}
