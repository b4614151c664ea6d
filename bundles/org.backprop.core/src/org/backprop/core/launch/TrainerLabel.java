package org.backprop.core.launch;

import java.util.Optional;

import org.backprop.core.control.ControlServer;
import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsListener;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Keeps the label of a trainer true, such as {@code digits-mlp [epoch 3, step 1,204, paused]}: at most once a second. */
final class TrainerLabel implements RunsListener {
    private static final long MILLIS = 1000;

    private final TrainerProcess process;
    private final String model;
    private final ControlServer control;
    private final RunService runs;
    private final Job job = Job.createSystem(Messages.TrainerLabel_job, (ICoreRunnable) monitor -> update());
    private String position = Messages.TrainerLabel_starting;

    private TrainerLabel(TrainerProcess process, String model, ControlServer control, RunService runs) {
        this.process = process;
        this.model = model;
        this.control = control;
        this.runs = runs;
    }

    /** Follows a trainer until it ends. */
    static void follow(TrainerProcess process, String model, ControlServer control, RunService runs) {
        var label = new TrainerLabel(process, model, control, runs);
        label.job.schedule();
        runs.addListener(label);
        control.addListener(label::stateChanged);
        process.onExit().thenRun(label::end);
    }

    @Override
    public void runsChanged(RunsSnapshot snapshot) {
        if (!TrainersAtExit.isDecided()) {
            job.schedule(MILLIS);
        }
    }

    private void stateChanged() {
        if (process.isAlive() && !TrainersAtExit.isDecided()) {
            job.schedule();
            job.wakeUp();
        }
    }

    private void end() {
        runs.removeListener(this);
        job.cancel();
        if (!TrainersAtExit.isDecided()) {
            job.schedule();
        }
    }

    private void update() {
        Optional.ofNullable(control.run().exceptionally(ended -> null).getNow(null))
                .flatMap(runs.snapshot()::in)
                .flatMap(TrainerLabel::position)
                .ifPresent(text -> position = text);
        process.show(text());
    }

    private static Optional<String> position(RunSnapshot run) {
        return TrainingProgress.of(run)
                .map(progress -> NLS.bind(
                        Messages.TrainerLabel_position,
                        progress.epoch(),
                        "%,d".formatted(run.lastStep().orElse(0L))));
    }

    private String text() {
        if (!process.isAlive()) {
            return NLS.bind(Messages.TrainerLabel_running, model, position);
        }
        return switch (control.state()) {
            case RUNNING -> NLS.bind(Messages.TrainerLabel_running, model, position);
            case PAUSED -> NLS.bind(Messages.TrainerLabel_paused, model, position);
            case STOPPING -> NLS.bind(Messages.TrainerLabel_stopping, model, position);
        };
    }
}
