package org.backprop.editor.newmodel;

import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** New &gt; Backprop &gt; Model: a model file from a template, opened in its editor. */
public final class NewModelWizard extends BasicNewResourceWizard {
    private TemplatePage template;
    private ModelFilePage file;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle(Messages.wizard_title);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        template = new TemplatePage(this::templateChosen);
        file = new ModelFilePage(getSelection(), () -> template.template().text(), HelpContexts.MODEL_WIZARD);
        addPage(template);
        addPage(file);
    }

    private void templateChosen() {
        file.propose(template.template().name());
    }

    @Override
    public boolean performFinish() {
        IFile created = file.createNewFile();
        if (created == null) {
            return false;
        }
        selectAndReveal(created);
        NewModels.open(getWorkbench(), created);
        return true;
    }
}
