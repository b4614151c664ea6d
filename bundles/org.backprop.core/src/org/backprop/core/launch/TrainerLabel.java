package org.backprop.core.launch;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.backprop.core.control.ControlServer;
import org.backprop.core.control.RunControl;
import org.backprop.core.runs.RunsListener;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.osgi.util.NLS;

/** Keeps the label of a trainer true, such as {@code digits-mlp [epoch 3, step 1,204, paused]}: at most once a second. */
final class TrainerLabel implements RunsListener {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TrainerProcess process;
    private final String model;
    private final ControlServer control;
    private String position = Messages.TrainerLabel_starting;
    private RunControl.State state;
    private long labelled;

    TrainerLabel(TrainerProcess process, String model, ControlServer control) {
        this.process = process;
        this.model = model;
        this.control = control;
        labelled = System.nanoTime() - NANOS;
    }

    @Override
    public void runsChanged(RunsSnapshot snapshot) {
        if (System.nanoTime() - labelled >= NANOS || state != control.state()) {
            update(snapshot);
        }
    }

    /** Shows what {@code snapshot} says. */
    synchronized void update(RunsSnapshot snapshot) {
        labelled = System.nanoTime();
        Optional.ofNullable(control.run().exceptionally(ended -> null).getNow(null))
                .flatMap(snapshot::in)
                .flatMap(TrainerLabel::position)
                .ifPresent(text -> position = text);
        state = control.state();
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
        return switch (state) {
            case RUNNING -> NLS.bind(Messages.TrainerLabel_running, model, position);
            case PAUSED -> NLS.bind(Messages.TrainerLabel_paused, model, position);
            case STOPPING -> NLS.bind(Messages.TrainerLabel_stopping, model, position);
        };
    }
}
