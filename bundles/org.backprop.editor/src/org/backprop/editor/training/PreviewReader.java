package org.backprop.editor.training;

import java.util.function.Consumer;

import org.backprop.core.preview.DataPreviews;
import org.backprop.runlog.preview.DataPreview;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Reads data in a job, the newest request only. Its methods are called on the UI thread, its results come on any. */
final class PreviewReader {
    static final int SAMPLES = 12;

    private final Consumer<Result> listener;
    private Job job;

    /**
     * How a request ended.
     *
     * @param preview what was read; null if it failed
     * @param failure why it failed; empty if it did not
     */
    record Result(PreviewRequest request, DataPreview preview, String failure) {}

    PreviewReader(Consumer<Result> listener) {
        this.listener = listener;
    }

    /** Reads what a text describes after a while in which nothing else is asked for. */
    void read(PreviewRequest request, String text, int delayMillis) {
        cancel();
        job = new Job(Messages.preview_job) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    Result result = result(request, text, monitor);
                    if (!monitor.isCanceled()) {
                        listener.accept(result);
                    }
                    return Status.OK_STATUS;
                } catch (OperationCanceledException stopped) {
                    return Status.CANCEL_STATUS;
                }
            }
        };
        job.schedule(delayMillis);
    }

    private static Result result(PreviewRequest request, String text, IProgressMonitor monitor) {
        try {
            return new Result(request, DataPreviews.read(text, request.folder(), SAMPLES, request.seed(), monitor), "");
        } catch (CoreException failed) {
            return new Result(request, null, failed.getStatus().getMessage());
        }
    }

    /** Ends what is being read, without a result. */
    void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }
}
