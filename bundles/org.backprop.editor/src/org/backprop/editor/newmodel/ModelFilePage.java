package org.backprop.editor.newmodel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.backprop.core.model.ModelFiles;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;

/** Asks for the folder and the name of a new model file. */
public class ModelFilePage extends WizardNewFileCreationPage {
    private final Supplier<String> text;
    private final String help;
    private String stem = "";
    private String proposed = "";

    /**
     * Creates the page.
     *
     * @param text the text of the new file, when it is created
     * @param help id of the help on the page
     */
    public ModelFilePage(IStructuredSelection selection, Supplier<String> text, String help) {
        super("file", place(selection));
        this.text = text;
        this.help = help;
        setFileExtension(ModelFiles.SUFFIX.substring(1));
        setTitle(Messages.file_title);
        setDescription(Messages.file_description);
    }

    /** What is selected, or the file that is being edited, or the only project. */
    private static IStructuredSelection place(IStructuredSelection selection) {
        boolean placed = selection.stream().anyMatch(element -> Adapters.adapt(element, IResource.class) != null);
        return placed
                ? selection
                : edited().or(ModelFilePage::onlyProject)
                        .map(StructuredSelection::new)
                        .orElse(StructuredSelection.EMPTY);
    }

    private static Optional<IResource> edited() {
        return Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .map(IWorkbenchWindow::getActivePage)
                .map(IWorkbenchPage::getActiveEditor)
                .map(editor -> Adapters.adapt(editor.getEditorInput(), IFile.class));
    }

    private static Optional<IResource> onlyProject() {
        List<IProject> open = openProjects().toList();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        HelpContexts.set(getControl(), help);
        if (!stem.isEmpty()) {
            propose(stem);
        }
        if (isEmptyWorkspace()) {
            setErrorMessage(Messages.file_noProject);
        }
    }

    /**
     * Proposes a name, unless the user has typed one.
     *
     * @param wanted the name without its suffix
     */
    public void propose(String wanted) {
        stem = wanted;
        if (getControl() != null && (getFileName().isEmpty() || getFileName().equals(proposed))) {
            proposed = unused();
            setFileName(proposed);
        }
    }

    private String unused() {
        IPath folder = getContainerFullPath();
        String candidate = stem + ModelFiles.SUFFIX;
        for (int i = 2; folder != null && exists(folder.append(candidate)); i++) {
            candidate = stem + "-" + i + ModelFiles.SUFFIX;
        }
        return candidate;
    }

    private static boolean exists(IPath path) {
        return ResourcesPlugin.getWorkspace().getRoot().findMember(path) != null;
    }

    /** The file that is asked for; null while that is not clear. */
    public IFile file() {
        IPath folder = getContainerFullPath();
        boolean named =
                folder != null && folder.segmentCount() > 0 && !getFileName().isEmpty();
        return named ? ResourcesPlugin.getWorkspace().getRoot().getFile(folder.append(getFileName())) : null;
    }

    @Override
    protected boolean validatePage() {
        boolean valid = super.validatePage();
        if (isEmptyWorkspace()) {
            setErrorMessage(Messages.file_noProject);
            return false;
        }
        return valid;
    }

    private static boolean isEmptyWorkspace() {
        return openProjects().findAny().isEmpty();
    }

    private static Stream<IProject> openProjects() {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(IProject::isOpen);
    }

    @Override
    protected InputStream getInitialContents() {
        return new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8));
    }

    /** A model file is no link to a file elsewhere. */
    @Override
    protected void createAdvancedControls(Composite parent) {}

    @Override
    protected void createLinkTarget() {}

    @Override
    protected IStatus validateLinkedResource() {
        return Status.OK_STATUS;
    }
}
