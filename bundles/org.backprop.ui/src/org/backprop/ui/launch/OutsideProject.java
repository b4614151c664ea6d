package org.backprop.ui.launch;

import java.nio.file.Path;
import java.util.stream.Collectors;

import org.backprop.core.launch.OutsideFiles;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;

/**
 * Asks whether a model may read files outside its project; if so, launches it again. Returns false always: the launch that was
 * asked for does not go on.
 */
public final class OutsideProject implements IStatusHandler {
    private static final int ALLOW = 0;
    private static final int REFUSE = 1;

    @Override
    public Object handleStatus(IStatus status, Object source) {
        ILaunchConfiguration configuration = (ILaunchConfiguration) source;
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> ask(configuration));
        return Boolean.FALSE;
    }

    private static void ask(ILaunchConfiguration configuration) {
        try {
            OutsideFiles outside = OutsideFiles.of(configuration);
            String paths = outside.paths().stream().map(Path::toString).collect(Collectors.joining("\n"));
            MessageDialog question = new MessageDialog(
                    Choice.shell(),
                    Messages.outside_title,
                    null,
                    NLS.bind(Messages.outside_question, outside.model().getName(), paths),
                    MessageDialog.WARNING,
                    REFUSE,
                    Messages.outside_allow,
                    Messages.outside_refuse);
            if (question.open() == ALLOW) {
                outside.allow();
                DebugUITools.launch(configuration, ILaunchManager.RUN_MODE);
            }
        } catch (CoreException e) {
            Choice.show(e);
        }
    }
}
