package org.backprop.ui.samples;

import org.backprop.core.samples.AllExamples;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/**
 * A step of a cheat sheet: brings the model of a sample to the front. The commands of the platform do not serve there: <em>Open
 * Resource</em> loses its parameter where its menu is shown, and <em>Run As</em> takes the cheat sheet for the selection.
 */
abstract class SampleHandler extends AbstractHandler {
    private static final String SAMPLE = "org.backprop.ui.sample";
    private static final String SUFFIX = ".nn.yaml";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String name = event.getParameter(SAMPLE);
        IFile model = AllExamples.project().getFile(name + "/" + name + SUFFIX);
        if (!model.exists()) {
            throw new ExecutionException(
                    NLS.bind(Messages.sample_missing, model.getFullPath().makeRelative()));
        }
        try {
            opened(IDE.openEditor(
                    HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), model));
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }

    /** The model is in front. */
    abstract void opened(IEditorPart editor);
}
