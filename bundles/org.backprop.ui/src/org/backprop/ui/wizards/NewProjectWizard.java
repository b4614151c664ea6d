package org.backprop.ui.wizards;

import org.backprop.core.samples.NewProject;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;

/** New &gt; Backprop &gt; Neural Network Project: empty, or with an example. */
public final class NewProjectWizard extends ProjectWizard {
    private static final String[] WORKING_SETS = {"org.eclipse.ui.resourceWorkingSetPage"};

    private WizardNewProjectCreationPage place;
    private ContentsPage contents;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle(Messages.project_title);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        place = new WizardNewProjectCreationPage("place") {
            @Override
            public void createControl(Composite parent) {
                super.createControl(parent);
                createWorkingSetGroup((Composite) getControl(), getSelection(), WORKING_SETS);
                HelpContexts.set(getControl(), HelpContexts.PROJECT_WIZARD);
            }
        };
        place.setTitle(Messages.project_title);
        place.setDescription(Messages.project_description);
        contents = new ContentsPage();
        addPage(place);
        addPage(contents);
    }

    @Override
    NewProject wanted() {
        IProjectDescription description = ResourcesPlugin.getWorkspace().newProjectDescription(place.getProjectName());
        if (!place.useDefaults()) {
            description.setLocationURI(place.getLocationURI());
        }
        return new NewProject(description, contents.validated(), contents.example());
    }

    @Override
    void created(IProject project) {
        getWorkbench().getWorkingSetManager().addToWorkingSets(project, place.getSelectedWorkingSets());
    }
}
