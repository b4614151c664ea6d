package org.backprop.ui.wizards;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.wizard.IWizard;

/** Does what a wizard has to do when it is finished, with progress and a button to cancel. */
public final class WizardWork {
    private WizardWork() {}

    /**
     * Does the work on another thread and waits for it. Where it fails the user is told why.
     *
     * @return whether it was done; if not, it failed or was canceled, and the wizard stays open
     */
    public static boolean run(IWizard wizard, ICoreRunnable work) {
        IRunnableWithProgress running = monitor -> {
            try {
                work.run(monitor);
            } catch (CoreException e) {
                throw new InvocationTargetException(e);
            } catch (OperationCanceledException e) {
                throw new InterruptedException();
            }
        };
        try {
            wizard.getContainer().run(true, true, running);
            return true;
        } catch (InterruptedException canceled) {
            return false;
        } catch (InvocationTargetException e) {
            report(wizard, e.getCause());
            return false;
        }
    }

    private static void report(IWizard wizard, Throwable problem) {
        IStatus status = problem instanceof CoreException core
                ? core.getStatus()
                : Status.error(String.valueOf(problem.getMessage()), problem);
        ErrorDialog.openError(wizard.getContainer().getShell(), wizard.getWindowTitle(), null, status);
    }
}
