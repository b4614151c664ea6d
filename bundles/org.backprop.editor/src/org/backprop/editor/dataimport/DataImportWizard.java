package org.backprop.editor.dataimport;

import java.util.Optional;

import org.backprop.core.datasets.DatasetImport;
import org.backprop.editor.newmodel.NewModels;
import org.backprop.ui.wizards.WizardWork;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Import &gt; Backprop &gt; Data Set: brings a data set into a project and writes a model file to begin with. */
public final class DataImportWizard extends BasicNewResourceWizard implements IImportWizard {
    private SourcePage source;
    private CsvPage csv;
    private ImagesPage images;
    private IdxPage idx;
    private StartPage start;
    private TargetPage target;

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle(Messages.wizard_title);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        source = new SourcePage(selected());
        csv = new CsvPage();
        images = new ImagesPage();
        idx = new IdxPage();
        start = new StartPage(this::found);
        target = new TargetPage(getSelection(), this::found);
        for (IWizardPage page : new IWizardPage[] {source, csv, images, idx, start, target}) {
            addPage(page);
        }
    }

    /** The file that was selected when the wizard was opened, unless it is a project or a model. */
    private String selected() {
        IResource resource = Adapters.adapt(getSelection().getFirstElement(), IResource.class);
        boolean data = resource != null && resource.getType() == IResource.FILE && resource.getLocation() != null;
        boolean table = data && resource.getName().matches("(?i).*\\.(csv|tsv)|.*ubyte(\\.gz)?");
        return table ? resource.getLocation().toOSString() : "";
    }

    private ReadingPage<?> preview() {
        return switch (source.kind()) {
            case CSV -> csv;
            case IMAGES -> images;
            case IDX -> idx;
        };
    }

    private Optional<Found> found() {
        return source.isPageComplete() ? preview().found(source.path()) : Optional.empty();
    }

    @Override
    public IWizardPage getNextPage(IWizardPage page) {
        if (page == source) {
            return preview();
        } else if (page == start) {
            return target;
        }
        return page instanceof ReadingPage ? start : null;
    }

    @Override
    public boolean canFinish() {
        return found().isPresent() && target.isPageComplete();
    }

    /** Shows what is in the data that the user has chosen, when its page comes to the front. */
    void show(ReadingPage<?> page) {
        page.read(source.path());
    }

    @Override
    public boolean performFinish() {
        Optional<DatasetImport> wanted = target.wanted();
        if (wanted.isEmpty() || !WizardWork.run(this, wanted.get()::run)) {
            return false;
        }
        selectAndReveal(wanted.get().model());
        NewModels.open(getWorkbench(), wanted.get().model());
        return true;
    }
}
