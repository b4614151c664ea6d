package org.backprop.ui.samples;

import org.backprop.core.samples.AllExamples;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.progress.UIJob;

/**
 * Imports the samples when the IDE was started with {@code -Dorg.backprop.samples=true} and the workspace lacks them, and
 * then opens the perspective with the first sample. A workspace that has the samples is left as its user arranged it.
 */
public final class SamplesStartup implements IStartup {
    /** System property that asks for the samples. */
    public static final String PROPERTY = "org.backprop.samples";

    @Override
    public void earlyStartup() {
        if (Boolean.getBoolean(PROPERTY) && !AllExamples.project().exists()) {
            Job.create(Messages.startup_import, this::copyExamples).schedule();
        }
    }

    private void copyExamples(IProgressMonitor monitor) throws CoreException {
        AllExamples.copy(monitor);
        ICoreRunnable opening = inUi -> SamplesOpening.openPerspective();
        UIJob.create(Messages.startup_open, opening).schedule();
    }
}
