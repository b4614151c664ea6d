package org.backprop.views;

import java.util.Optional;

import org.backprop.core.runs.RunModels;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.backprop.ui.model.LayerLines;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** Opens what belongs to a run. */
public final class RunContext {

    private RunContext() {}

    /** Opens the run's model file; if it is gone, the text that the run recorded, read-only. */
    public static void openModel(RunSnapshot run, IWorkbenchPage page) throws PartInitException {
        Optional<IFile> file = RunModels.file(run);
        if (file.isPresent()) {
            IDE.openEditor(page, file.get());
        } else {
            openRecordedModel(run, page);
        }
    }

    /** Opens the text of the model file as the run recorded it, read-only. */
    public static void openRecordedModel(RunSnapshot run, IWorkbenchPage page) throws PartInitException {
        if (run.info().isPresent()) {
            page.openEditor(new RecordedModel(run.info().get().model()), UiIds.EDITOR);
        }
    }

    /** Shows a layer in the editor of the run's model file, if that is open; the editor does not come to the front. */
    public static void revealLayer(RunSnapshot run, String layer, IWorkbenchPage page) {
        RunModels.file(run).ifPresent(file -> LayerLines.reveal(page, file, layer));
    }
}
