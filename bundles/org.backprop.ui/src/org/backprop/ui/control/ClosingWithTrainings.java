package org.backprop.ui.control;

import java.util.LinkedHashMap;
import java.util.List;

import org.backprop.core.launch.LaunchPreferences;
import org.backprop.core.launch.TrainerProcess;
import org.backprop.core.launch.TrainersAtExit;
import org.backprop.core.launch.TrainersAtExit.Choice;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;

/** Asks what becomes of the trainings when the IDE is closed, or does what the preference says. */
final class ClosingWithTrainings implements IWorkbenchListener {
    private Choice choice = Choice.STOP;

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        List<TrainerProcess> living = TrainersAtExit.living();
        String preference = LaunchPreferences.closing();
        choice = preference.equals(LaunchPreferences.KEEP) ? Choice.KEEP : Choice.STOP;
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        boolean asks = preference.equals(LaunchPreferences.ASK) && !living.isEmpty() && window != null;
        return forced || !asks || ask(window, living);
    }

    private boolean ask(IWorkbenchWindow window, List<TrainerProcess> living) {
        var buttons = new LinkedHashMap<String, Integer>();
        buttons.put(Messages.Closing_keep, IDialogConstants.YES_ID);
        buttons.put(Messages.Closing_stop, IDialogConstants.NO_ID);
        buttons.put(Messages.Closing_cancel, IDialogConstants.CANCEL_ID);
        String labels =
                String.join(", ", living.stream().map(TrainerProcess::getLabel).toList());
        var dialog = new MessageDialogWithToggle(
                window.getShell(),
                Messages.Closing_title,
                null,
                NLS.bind(Messages.Closing_message, labels),
                MessageDialog.QUESTION,
                buttons,
                0,
                Messages.Closing_remember,
                false);
        int answer = dialog.open();
        if (answer != IDialogConstants.YES_ID && answer != IDialogConstants.NO_ID) {
            return false;
        }
        choice = answer == IDialogConstants.YES_ID ? Choice.KEEP : Choice.STOP;
        if (dialog.getToggleState()) {
            InstanceScope.INSTANCE
                    .getNode(LaunchPreferences.NODE)
                    .put(
                            LaunchPreferences.CLOSING,
                            choice == Choice.KEEP ? LaunchPreferences.KEEP : LaunchPreferences.STOP);
        }
        return true;
    }

    @Override
    public void postShutdown(IWorkbench workbench) {
        TrainersAtExit.decide(choice);
    }
}
