package org.backprop.editor.validation;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.backprop.core.model.ModelMarkers;
import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;

/** Analyses the text of an editor in the background, sets the markers of its file and passes the analysis on. */
public final class Validator implements IReconcilingStrategy, IReconcilingStrategyExtension {
    private final Consumer<Reading> listener;
    private volatile IDocument document;
    private volatile IFile file;
    private volatile Reading latest;

    /**
     * Creates a validator.
     *
     * @param listener gets what is known about every text, in a background thread
     */
    public Validator(Consumer<Reading> listener) {
        this.listener = listener;
    }

    /**
     * Says which file the text belongs to.
     *
     * @param file receives the markers; null if the text is not in the workspace
     */
    public void setFile(IFile file) {
        this.file = file;
    }

    @Override
    public void setDocument(IDocument newDocument) {
        document = newDocument;
        latest = null;
    }

    @Override
    public void initialReconcile() {
        validate();
    }

    @Override
    public void reconcile(DirtyRegion dirtyRegion, IRegion subRegion) {
        validate();
    }

    @Override
    public void reconcile(IRegion partition) {
        validate();
    }

    @Override
    public void setProgressMonitor(IProgressMonitor monitor) {}

    private void validate() {
        IDocument text = document;
        if (text == null) {
            return;
        }
        IFile target = file;
        if (target == null) {
            read(text, null);
        } else {
            try {
                ModelMarkers.update(target, () -> read(text, target));
            } catch (CoreException e) {
                ILog.of(Validator.class).log(e.getStatus());
                return;
            }
        }
        listener.accept(latest);
    }

    private Analysis read(IDocument document, IFile target) {
        long stamp = ((IDocumentExtension4) document).getModificationStamp();
        String text = document.get();
        latest = Reading.of(text, stamp, analyse(text, target), latest);
        return latest.analysis();
    }

    /** Ends with the editor: the text is not looked at again. */
    public void stop() {
        document = null;
    }

    /** Gives a file, in the background, the problems of its saved text again, once no editor has changed it any more. */
    public static void restore(IFile file) {
        ICoreRunnable refresh = monitor -> ModelMarkers.refresh(file);
        Job.createSystem(Messages.restoringMarkers, refresh).schedule();
    }

    /**
     * Analyses a text.
     *
     * @param target the file that it belongs to; null if it is not in the workspace
     */
    public static Analysis analyse(String text, IFile target) {
        if (target == null || target.getLocation() == null) {
            return ModelReader.read("model.nn.yaml", text);
        }
        Path path = target.getLocation().toPath();
        return ModelReader.read(target.getName(), path.getParent(), text, Map.of());
    }
}
