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
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;

/** Analyses the text of an editor in the background, sets the markers of its file and passes the analysis on. */
public final class Validator implements IReconcilingStrategy, IReconcilingStrategyExtension {
    private final Consumer<Analysis> listener;
    private volatile IDocument document;
    private volatile IFile file;

    /**
     * Creates a validator.
     *
     * @param listener gets every analysis, in a background thread
     */
    public Validator(Consumer<Analysis> listener) {
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

    private synchronized void validate() {
        IDocument text = document;
        IFile target = file;
        if (text != null) {
            Analysis analysis = analyse(text.get(), target);
            mark(target, analysis);
            listener.accept(analysis);
        }
    }

    /** Forgets the text and, in the background, gives {@code saved} the problems of what is on disk again. */
    public void discard(IFile saved) {
        document = null;
        ICoreRunnable restore = monitor -> {
            synchronized (this) {
                ModelMarkers.refresh(saved);
            }
        };
        Job.createSystem(Messages.restoringMarkers, restore).schedule();
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

    private static void mark(IFile target, Analysis analysis) {
        if (target == null) {
            return;
        }
        try {
            ModelMarkers.update(target, analysis);
        } catch (CoreException e) {
            ILog.of(Validator.class).log(e.getStatus());
        }
    }
}
