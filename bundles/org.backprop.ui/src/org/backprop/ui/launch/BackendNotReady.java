package org.backprop.ui.launch;

import org.backprop.core.launch.LaunchAttributes;
import org.backprop.ui.UiIds;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;

/**
 * Tells the user that the backend of a launch cannot compute, and offers the native one. Returns false always: the launch
 * that was asked for does not go on.
 */
public final class BackendNotReady implements IStatusHandler {
    private static final int NATIVE = 0;
    private static final int PREFERENCES = 1;

    @Override
    public Object handleStatus(IStatus status, Object source) throws CoreException {
        ILaunchConfiguration configuration = (ILaunchConfiguration) source;
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> tell(status.getMessage(), configuration));
        return Boolean.FALSE;
    }

    private static void tell(String message, ILaunchConfiguration configuration) {
        Shell shell = Choice.shell();
        String[] buttons = {Messages.notReady_native, Messages.notReady_preferences, Messages.notReady_cancel};
        MessageDialog dialog =
                new MessageDialog(shell, Messages.notReady_title, null, message, MessageDialog.ERROR, NATIVE, buttons);
        switch (dialog.open()) {
            case NATIVE -> launchNatively(configuration);
            case PREFERENCES ->
                PreferencesUtil.createPreferenceDialogOn(shell, UiIds.BACKENDS_PAGE, null, null)
                        .open();
            default -> {
                // the user has read it
            }
        }
    }

    /** The saved configuration keeps its backend. */
    private static void launchNatively(ILaunchConfiguration configuration) {
        try {
            ILaunchConfigurationWorkingCopy copy = configuration.getWorkingCopy();
            copy.removeAttribute(LaunchAttributes.BACKEND);
            DebugUITools.launch(copy, ILaunchManager.RUN_MODE);
        } catch (CoreException e) {
            Choice.show(e);
        }
    }
}
