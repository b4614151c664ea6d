package org.backprop.ui.exchange;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.ui.statushandlers.StatusManager;

/** The work of a wizard, in the background with its progress in the wizard. */
final class WizardWork {
    private WizardWork() {}

    /** Whether the work was done; if not, the user was told why, or has canceled it. */
    static boolean run(IRunnableContext container, ICoreRunnable work) {
        try {
            container.run(true, true, monitor -> {
                try {
                    work.run(monitor);
                } catch (CoreException e) {
                    throw new InvocationTargetException(e);
                } catch (OperationCanceledException e) {
                    throw new InterruptedException();
                }
            });
            return true;
        } catch (InvocationTargetException e) {
            IStatus problem = e.getCause() instanceof CoreException failed
                    ? failed.getStatus()
                    : Status.error(e.getCause().toString(), e.getCause());
            StatusManager.getManager().handle(problem, StatusManager.BLOCK);
        } catch (InterruptedException e) {
            // canceled: the wizard stays open
        }
        return false;
    }
}
