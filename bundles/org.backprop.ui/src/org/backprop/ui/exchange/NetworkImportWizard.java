package org.backprop.ui.exchange;

import java.nio.file.Path;

import org.backprop.core.exchange.Exchange;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Import &gt; Backprop &gt; Network: a network of Keras or ONNX as a model file with weights and a report. */
public final class NetworkImportWizard extends Wizard implements IImportWizard {
    private static final String MODEL = ".nn.yaml";
    private static final String REPORT = ".import.txt";

    private IWorkbench workbench;
    private IStructuredSelection selection;
    private NetworkImportPage page;

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection newSelection) {
        workbench = newWorkbench;
        selection = newSelection;
        setWindowTitle(Messages.import_title);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        page = new NetworkImportPage(selection);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Path file = page.file();
        IContainer folder = page.folder().orElseThrow();
        IFile[] model = new IFile[1];
        boolean done = WizardWork.run(getContainer(), monitor -> {
            Path written = Exchange.read(file, folder.getLocation().toPath(), monitor);
            folder.refreshLocal(IResource.DEPTH_ONE, null);
            model[0] = folder.getFile(IPath.fromOSString(written.getFileName().toString()));
        });
        if (done) {
            show(model[0]);
        }
        return done;
    }

    /** Opens the report and, in front of it, the model. */
    private void show(IFile model) {
        IWorkbenchPage workbenchPage = workbench.getActiveWorkbenchWindow().getActivePage();
        BasicNewResourceWizard.selectAndReveal(model, workbench.getActiveWorkbenchWindow());
        IFile report =
                model.getParent().getFile(IPath.fromOSString(model.getName().replace(MODEL, REPORT)));
        try {
            IDE.openEditor(workbenchPage, report, false);
            IDE.openEditor(workbenchPage, model, true);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
