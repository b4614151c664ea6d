package org.backprop.ui.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.backprop.core.exchange.Exchange;
import org.backprop.core.exchange.ExportFormat;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;

/** Export &gt; Backprop &gt; Trained Network: the network of a run as ONNX, its weights as safetensors or CSV. */
public final class NetworkExportWizard extends Wizard implements IExportWizard {
    private Optional<Path> run = Optional.empty();
    private NetworkExportPage page;

    /** A wizard that begins with what is selected. */
    public NetworkExportWizard() {
        setWindowTitle(Messages.export_title);
        setNeedsProgressMonitor(true);
    }

    /** Opens the wizard for a run. */
    public static void open(Shell shell, Path run) {
        NetworkExportWizard wizard = new NetworkExportWizard();
        wizard.run = Optional.of(run);
        new WizardDialog(shell, wizard).open();
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        run = SelectedRun.of(selection);
    }

    @Override
    public void addPages() {
        page = new NetworkExportPage(run);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Path folder = page.run().orElseThrow();
        String checkpoint = page.checkpoint();
        ExportFormat format = page.format();
        Path file = page.file();
        if (Files.exists(file)
                && !MessageDialog.openQuestion(
                        getShell(), Messages.export_replace, NLS.bind(Messages.export_replaceQuestion, file))) {
            return false;
        }
        return WizardWork.run(getContainer(), monitor -> {
            Exchange.export(folder, checkpoint, format, file, monitor);
            refresh(file);
        });
    }

    /** Shows a file in the workspace that was written past it. */
    private static void refresh(Path file) throws CoreException {
        for (IFile resource : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
            resource.refreshLocal(IResource.DEPTH_ZERO, null);
        }
    }
}
