package org.backprop.ui.preferences;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

import org.backprop.core.backends.BackendDescriptor;
import org.backprop.core.backends.BackendInstallation;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;

/** Installs and removes backends for the preference page, with progress and cancel. */
final class InstallAction {
    private final BackendsPage page;

    InstallAction(BackendsPage page) {
        this.page = page;
    }

    private interface Work {
        void run(BackendInstallation installation, IProgressMonitor monitor) throws CoreException;
    }

    /** Downloads, after the user has agreed to the size. */
    void download(BackendDescriptor backend) {
        backend.backend().installation().ifPresent(installation -> {
            if (MessageDialog.openConfirm(
                    page.getShell(),
                    NLS.bind(Messages.install_title, backend.name()),
                    NLS.bind(Messages.install_question, installation.size(), installation.folder()))) {
                run(backend, installation, BackendInstallation::install);
            }
        });
    }

    /** Takes the jars from a folder that the user chooses. */
    void fromFolder(BackendDescriptor backend) {
        DirectoryDialog dialog = new DirectoryDialog(page.getShell(), SWT.OPEN);
        dialog.setMessage(Messages.install_folder);
        String chosen = dialog.open();
        if (chosen != null) {
            backend.backend()
                    .installation()
                    .ifPresent(installation -> run(
                            backend, installation, (target, monitor) -> target.installFrom(Path.of(chosen), monitor)));
        }
    }

    /** Asks, then deletes the libraries. */
    void uninstall(BackendDescriptor backend) {
        if (MessageDialog.openQuestion(
                page.getShell(),
                NLS.bind(Messages.uninstall_title, backend.name()),
                NLS.bind(Messages.uninstall_question, backend.name()))) {
            backend.backend()
                    .installation()
                    .ifPresent(installation -> run(backend, installation, (target, monitor) -> target.uninstall()));
        }
    }

    private void run(BackendDescriptor backend, BackendInstallation installation, Work work) {
        page.report(null);
        try {
            new ProgressMonitorDialog(page.getShell()).run(true, true, monitor -> {
                SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.install_title, backend.name()), 1);
                try {
                    work.run(installation, progress.split(1));
                } catch (CoreException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof CoreException problem
                    && problem.getStatus().getSeverity() != IStatus.CANCEL) {
                page.report(problem);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        page.refresh();
    }
}
