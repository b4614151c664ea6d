package org.backprop.views.runs;

import org.backprop.runlog.report.PredictionSnippet;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.TextCopy;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/** Copies a Java program that predicts with a run. */
final class SnippetJob {
    private SnippetJob() {}

    /** Puts it on the clipboard a moment later: a file is read for it. */
    static void copy(RunSnapshot run, Control control) {
        Job.createSystem(Messages.snippet_job, (ICoreRunnable) monitor -> {
                    String text = PredictionSnippet.of(run.folder(), run.info().orElseThrow())
                            .text();
                    control.getDisplay().asyncExec(() -> {
                        if (!control.isDisposed()) {
                            TextCopy.of(control, text);
                        }
                    });
                })
                .schedule();
    }
}
