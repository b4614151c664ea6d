package org.backprop.ui.wizards;

import java.util.Optional;

import org.backprop.core.samples.NewProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Creates a project, reveals it and opens what is to be looked at first. */
abstract class ProjectWizard extends BasicNewResourceWizard implements IExecutableExtension {
    private static final String README = "README.md";

    private IConfigurationElement declaration;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        declaration = element;
    }

    /** The project that the pages ask for. */
    abstract NewProject wanted();

    /** Called when the project is there. */
    void created(IProject project) {}

    @Override
    public boolean performFinish() {
        NewProject wanted = wanted();
        if (!WizardWork.run(this, wanted::create)) {
            return false;
        }
        created(wanted.project());
        BasicNewProjectResourceWizard.updatePerspective(declaration);
        Optional<IFile> model = wanted.model();
        selectAndReveal(model.isPresent() ? model.get() : wanted.project());
        model.ifPresent(this::open);
        return true;
    }

    private void open(IFile model) {
        IWorkbenchPage page = getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            IDE.openEditor(page, model.getProject().getFile(README), false);
            IDE.openEditor(page, model);
        } catch (PartInitException e) {
            ILog.of(ProjectWizard.class).log(e.getStatus());
        }
    }
}
