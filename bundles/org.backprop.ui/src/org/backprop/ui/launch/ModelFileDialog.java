package org.backprop.ui.launch;

import java.util.Optional;

import org.backprop.core.model.ModelFiles;
import org.backprop.ui.help.HelpContexts;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;

/** Lets the user choose a model file of the workspace by a part of its name. */
final class ModelFileDialog extends FilteredResourcesSelectionDialog {
    ModelFileDialog(Shell shell) {
        super(shell, false, ResourcesPlugin.getWorkspace().getRoot(), IResource.FILE);
        setTitle(Messages.dialog_title);
        setInitialPattern("**");
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        HelpContexts.set(shell, HelpContexts.MODEL_FILE_DIALOG);
    }

    /** Opens the dialog; empty if the user cancelled. */
    Optional<IFile> choose() {
        open();
        return Optional.ofNullable(getFirstResult()).map(IFile.class::cast);
    }

    @Override
    protected ItemsFilter createFilter() {
        return new ModelFilter();
    }

    private final class ModelFilter extends ResourceFilter {
        @Override
        public boolean matchItem(Object item) {
            return item instanceof IResource resource && ModelFiles.isModel(resource) && super.matchItem(item);
        }
    }
}
