package org.backprop.ui.samples;

import org.backprop.core.samples.AllExamples;
import org.backprop.ui.wizards.WizardWork;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** New &gt; Example &gt; Backprop Samples: one project with all examples. */
public final class SamplesWizard extends BasicNewResourceWizard {
    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle(Messages.wizard_title);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(new SamplesPage());
    }

    @Override
    public boolean performFinish() {
        if (!WizardWork.run(this, AllExamples::copy)) {
            return false;
        }
        selectAndReveal(AllExamples.project().getFile(AllExamples.FIRST_MODEL));
        try {
            SamplesOpening.openFirstModel(
                    getWorkbench().getActiveWorkbenchWindow().getActivePage());
        } catch (PartInitException e) {
            ILog.of(SamplesWizard.class).log(e.getStatus());
        }
        return true;
    }
}
