package org.backprop.ui.wizards;

import java.util.Optional;

import org.backprop.core.samples.NewProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbench;

/** New &gt; Backprop &gt; Example: a project with one of the examples. */
public final class ExampleWizard extends ProjectWizard {
    private ExamplePage page;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle(Messages.example_title);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        page = new ExamplePage();
        addPage(page);
    }

    @Override
    NewProject wanted() {
        return new NewProject(
                ResourcesPlugin.getWorkspace().newProjectDescription(page.projectName()),
                true,
                Optional.of(page.example()));
    }
}
