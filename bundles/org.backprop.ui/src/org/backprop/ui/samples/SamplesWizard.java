package org.backprop.ui.samples;

import java.lang.reflect.InvocationTargetException;

import org.backprop.ui.UiIds;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** New &gt; Example &gt; Backprop Samples. */
public final class SamplesWizard extends Wizard implements INewWizard {
    private IWorkbench workbench;

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
        setWindowTitle(Messages.wizard_title);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(new SamplesPage());
    }

    @Override
    public boolean performFinish() {
        try {
            getContainer().run(true, false, SamplesWizard::importSamples);
            show();
            return true;
        } catch (InvocationTargetException e) {
            report((CoreException) e.getCause());
        } catch (CoreException e) {
            report(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static void importSamples(IProgressMonitor monitor) throws InvocationTargetException {
        try {
            SamplesImport.run(monitor);
        } catch (CoreException e) {
            throw new InvocationTargetException(e);
        }
    }

    private void show() throws CoreException {
        var window = workbench.getActiveWorkbenchWindow();
        BasicNewResourceWizard.selectAndReveal(SamplesImport.project().getFile(SamplesImport.FIRST_MODEL), window);
        SamplesOpening.openFirstModel(window.getActivePage());
    }

    private static void report(CoreException problem) {
        StatusManager.getManager().handle(problem, UiIds.BUNDLE);
    }
}
