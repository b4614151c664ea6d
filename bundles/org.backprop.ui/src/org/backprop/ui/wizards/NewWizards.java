package org.backprop.ui.wizards;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** Opens wizards for new things. */
public final class NewWizards {
    private NewWizards() {}

    /** Opens the wizard with this id on the selection of the window, as its entry in the menu New does. */
    public static void open(String wizard) {
        IWorkbench workbench = PlatformUI.getWorkbench();
        Command command = workbench.getService(ICommandService.class).getCommand(IWorkbenchCommandConstants.FILE_NEW);
        ParameterizedCommand call = ParameterizedCommand.generateCommand(
                command, Map.of(IWorkbenchCommandConstants.FILE_NEW_PARM_WIZARDID, wizard));
        try {
            workbench.getService(IHandlerService.class).executeCommand(call, null);
        } catch (CommandException e) {
            ILog.of(NewWizards.class).error(wizard, e);
        }
    }
}
