package org.backprop.editor.training;

import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.ElementTreeSelectionDialog;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.model.BaseWorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;
import org.eclipse.ui.views.navigator.ResourceComparator;

/** The path of a file or folder, which may be chosen in the workspace. */
final class PathWidget extends TextWidget {

    PathWidget(FormHost host, FormToolkit toolkit, Composite parent, Row row) {
        super(host, toolkit, parent, row);
    }

    @Override
    void addLinks() {
        link(Messages.browse, Messages.browse_hint, this::browse);
    }

    private void browse() {
        ElementTreeSelectionDialog dialog = new ElementTreeSelectionDialog(
                control().getShell(), new WorkbenchLabelProvider(), new BaseWorkbenchContentProvider());
        dialog.setTitle(Messages.browse_title);
        dialog.setMessage(row().field().parameter().doc());
        dialog.setAllowMultiple(false);
        dialog.setComparator(new ResourceComparator(ResourceComparator.NAME));
        dialog.setInput(ResourcesPlugin.getWorkspace().getRoot());
        IFile file = host.file();
        dialog.setInitialSelection(file == null ? null : file.getParent());
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof IResource chosen) {
            host.type(row().field(), relative(chosen, file));
            host.commit();
        }
    }

    /** The path as the model file names it: from its folder, with / between. */
    private static String relative(IResource chosen, IFile file) {
        Path target = Path.of(chosen.getLocationURI());
        if (file == null || file.getLocation() == null) {
            return target.toString();
        }
        Path relative = file.getParent().getLocation().toPath().relativize(target);
        return relative.toString().isEmpty() ? "." : relative.toString().replace('\\', '/');
    }
}
