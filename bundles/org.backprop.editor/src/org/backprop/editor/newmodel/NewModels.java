package org.backprop.editor.newmodel;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** Opens model files that a wizard has created. */
public final class NewModels {
    private NewModels() {}

    /** Opens a file in its editor, and brings that to the front. */
    public static void open(IWorkbench workbench, IFile model) {
        try {
            IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), model);
        } catch (PartInitException e) {
            ILog.of(NewModels.class).log(e.getStatus());
        }
    }
}
