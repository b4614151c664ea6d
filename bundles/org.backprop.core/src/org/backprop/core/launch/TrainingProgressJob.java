package org.backprop.core.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsListener;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.sweep.SweepInfo;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/**
 * Shows one training in the Progress view: percent and time left. Cancelling it stops the trainer as
 * {@link TrainerProcess#terminate} does; the job ends with the process.
 */
public final class TrainingProgressJob extends Job {
    /** The family of these jobs. */
    public static final Object FAMILY = TrainingProgressJob.class;

    private static final int TICKS = 1000;
    private static final long LOOK_MILLIS = 250;

    private final TrainerProcess process;
    private final RunService runs;
    private int ticks;

    private TrainingProgressJob(String name, TrainerProcess process, RunService runs) {
        super(name);
        this.process = process;
        this.runs = runs;
    }

    /** Starts a job for {@code process} and has its run followed until it ends. */
    @SuppressWarnings("resource") // the watch is closed when the process ends
    static void follow(TrainerProcess process, Training training, RunService runs) {
        RunService.Watch watch = runs.watch(training.runs());
        process.onExit().thenRun(watch::close);
        String name = training.sweep() ? Messages.TrainingProgressJob_sweep : Messages.TrainingProgressJob_name;
        new TrainingProgressJob(NLS.bind(name, training.model()), process, runs).schedule();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected void canceling() {
        process.terminate();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), TICKS);
        monitor.subTask(Messages.TrainingProgressJob_starting);
        BlockingQueue<RunsSnapshot> news = new LinkedBlockingQueue<>();
        RunsListener listener = news::add;
        runs.addListener(listener);
        try {
            while (process.isAlive()) {
                newest(news).ifPresent(snapshot -> show(snapshot, monitor));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            runs.removeListener(listener);
            monitor.done();
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private static Optional<RunsSnapshot> newest(BlockingQueue<RunsSnapshot> news) throws InterruptedException {
        RunsSnapshot newest = news.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        for (RunsSnapshot next = newest; next != null; next = news.poll()) {
            newest = next;
        }
        return Optional.ofNullable(newest);
    }

    private void show(RunsSnapshot snapshot, IProgressMonitor monitor) {
        Path folder = process.run().exceptionally(ended -> null).getNow(null);
        Optional.ofNullable(folder).flatMap(snapshot::sweepIn).ifPresent(sweep -> show(sweep.info(), monitor));
        Optional.ofNullable(folder)
                .flatMap(snapshot::in)
                .flatMap(TrainingProgress::of)
                .ifPresent(progress -> show(progress, monitor));
    }

    private void show(SweepInfo sweep, IProgressMonitor monitor) {
        int planned = Math.max(1, Math.max(sweep.plan().trials(), sweep.trials().size()));
        long ended =
                sweep.trials().stream().filter(trial -> trial.state().isFinal()).count();
        show((double) ended / planned, NLS.bind(Messages.TrainingProgressJob_trials, ended, planned), monitor);
    }

    private void show(TrainingProgress progress, IProgressMonitor monitor) {
        show(progress.fraction(), text(progress), monitor);
    }

    private void show(double fraction, String text, IProgressMonitor monitor) {
        int now = (int) (TICKS * fraction);
        monitor.worked(now - ticks);
        ticks = now;
        monitor.subTask(monitor.isCanceled() ? Messages.TrainingProgressJob_stopping : text);
    }

    private static String text(TrainingProgress progress) {
        return progress.left()
                .map(left -> NLS.bind(
                        Messages.TrainingProgressJob_progressLeft,
                        new Object[] {progress.epoch(), progress.epochs(), clock(left)}))
                .orElseGet(() -> NLS.bind(Messages.TrainingProgressJob_progress, progress.epoch(), progress.epochs()));
    }

    private static String clock(Duration time) {
        return time.toHours() == 0
                ? "%d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
