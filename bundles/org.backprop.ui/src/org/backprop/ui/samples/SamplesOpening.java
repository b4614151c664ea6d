package org.backprop.ui.samples;

import org.backprop.core.samples.AllExamples;
import org.backprop.ui.UiIds;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;

/** Shows the first sample to someone who has just got the samples. */
final class SamplesOpening {
    private SamplesOpening() {}

    /** Opens the first sample model in its editor and reveals it. */
    static void openFirstModel(IWorkbenchPage page) throws PartInitException {
        IFile model = AllExamples.project().getFile(AllExamples.FIRST_MODEL);
        if (model.exists()) {
            IDE.openEditor(page, model);
        }
    }

    /** Switches to the perspective "Neural Network" and opens the first sample model. */
    static void openPerspective() throws WorkbenchException {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            openFirstModel(PlatformUI.getWorkbench().showPerspective(UiIds.PERSPECTIVE, window));
        }
    }
}
