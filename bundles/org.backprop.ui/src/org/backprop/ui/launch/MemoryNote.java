package org.backprop.ui.launch;

import org.backprop.core.launch.TrainerQuestion;
import org.backprop.core.launch.TrainingSetup;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Label;

/** Shows how much memory a training will need, asked in the background. */
final class MemoryNote {
    private final Label label;
    private Job job;

    MemoryNote(Label label) {
        this.label = label;
    }

    /** Asks for the configuration as it is now; an answer to an earlier question is not shown any more. */
    void estimate(ILaunchConfiguration configuration) {
        cancel();
        TrainingSetup setup;
        try {
            setup = TrainingSetup.of(configuration);
        } catch (CoreException e) {
            label.setText(Messages.memory_unknown);
            return;
        }
        label.setText(Messages.memory_asking);
        Job asking = Job.createSystem(Messages.memory_asking, (ICoreRunnable) monitor -> {
            String answer = TrainerQuestion.memory(setup, monitor)
                    .map(sentence -> NLS.bind(Messages.memory_needs, sentence))
                    .orElse(Messages.memory_unknown);
            if (!monitor.isCanceled()) {
                show(answer);
            }
        });
        job = asking;
        asking.schedule();
    }

    private void show(String answer) {
        if (label.isDisposed()) {
            return;
        }
        label.getDisplay().asyncExec(() -> {
            if (!label.isDisposed()) {
                label.setText(answer);
                label.requestLayout();
            }
        });
    }

    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }
}
