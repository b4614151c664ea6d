package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.backprop.core.control.ControlServer;
import org.backprop.core.control.RunControl;
import org.backprop.core.control.TrainerRegistry;
import org.backprop.core.runs.RunService;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.TrainerDeath;
import org.backprop.runlog.sweep.SweepDeath;
import org.backprop.runlog.sweep.SweepFolder;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugModelProvider;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStep;
import org.eclipse.debug.core.model.ISuspendResume;
import org.eclipse.debug.core.model.RuntimeProcess;
import org.eclipse.osgi.util.NLS;

/**
 * A trainer in the Debug view. {@link #terminate} asks it to stop, upon which it writes a checkpoint and exits; it is
 * killed if it takes longer than {@link LaunchPreferences#grace} or is terminated once more. To suspend it is to pause between
 * two steps, to step over is to train one batch. Nothing here waits.
 */
public final class TrainerProcess extends RuntimeProcess implements ISuspendResume, IStep {
    private static final ServiceCaller<RunService> RUNS = new ServiceCaller<>(TrainerProcess.class, RunService.class);
    private static final ServiceCaller<TrainerRegistry> REGISTRY =
            new ServiceCaller<>(TrainerProcess.class, TrainerRegistry.class);

    private final Process system;
    private final Training training;
    private final ControlServer control;
    private final Job kill;
    private boolean stopping;
    private volatile boolean killed;

    private TrainerProcess(
            ILaunch launch,
            Process system,
            String label,
            Training training,
            Map<String, String> attributes,
            ControlServer control) {
        super(launch, system, label, attributes);
        this.system = system;
        this.training = training;
        this.control = control;
        this.kill = Job.createSystem(Messages.TrainerProcess_escalation, (ICoreRunnable) monitor -> kill());
    }

    /**
     * Adds {@code system} to {@code launch}; {@code control} is closed and the runs are refreshed when it ends.
     *
     * @param label its name in the console
     */
    static TrainerProcess start(
            ILaunch launch,
            Process system,
            String label,
            Training training,
            Map<String, String> attributes,
            ControlServer control) {
        var process = new TrainerProcess(launch, system, label, training, attributes, control);
        REGISTRY.current().ifPresent(registry -> registry.add(control));
        RUNS.current().ifPresent(process::follow);
        system.onExit().thenRun(process::ended);
        return process;
    }

    private void follow(RunService runs) {
        TrainerLabel.follow(this, training.model(), control, runs);
        TrainingProgressJob.follow(this, training, runs);
    }

    /** What the trainer does; when it has ended, what it was. */
    @Override
    public String getLabel() {
        String shown = getAttribute(IProcess.ATTR_PROCESS_LABEL);
        return shown == null ? super.getLabel() : shown;
    }

    /** Shows a label in the Debug view and above the console. */
    void show(String text) {
        if (!isTerminated() && !text.equals(getAttribute(IProcess.ATTR_PROCESS_LABEL))) {
            setAttribute(IProcess.ATTR_PROCESS_LABEL, text);
        }
    }

    /** Completes with the run folder when the trainer announces it; fails if it ends before. */
    public CompletableFuture<Path> run() {
        return control.run();
    }

    /** Completes when the trainer has ended. */
    CompletableFuture<?> onExit() {
        return system.onExit();
    }

    boolean isAlive() {
        return system.isAlive();
    }

    @Override
    public boolean canTerminate() {
        return super.canTerminate() && !TrainersAtExit.isDecided();
    }

    /** Asks the trainer to stop with a checkpoint, or kills it if it was asked before. Returns at once. */
    @Override
    public void terminate() {
        if (isTerminated() || TrainersAtExit.isDecided()) {
            return;
        }
        if (firstRequest()) {
            stop();
            kill.schedule(LaunchPreferences.grace().toMillis());
        } else {
            kill.wakeUp();
        }
    }

    /** Asks the trainer to stop with a checkpoint. */
    void stop() {
        control.stop();
    }

    private synchronized boolean firstRequest() {
        boolean first = !stopping;
        stopping = true;
        return first;
    }

    private void kill() {
        killed = system.isAlive();
        system.descendants().forEach(ProcessHandle::destroyForcibly);
        system.destroyForcibly();
    }

    private boolean is(RunControl.State state) {
        return !training.sweep() && !isTerminated() && control.isConnected() && control.state() == state;
    }

    private void send(Command command) {
        control.send(command).exceptionally(refused -> {
            ILog.of(TrainerProcess.class).info(refused.getMessage());
            return null;
        });
    }

    @Override
    public boolean canSuspend() {
        return is(RunControl.State.RUNNING);
    }

    @Override
    public boolean canResume() {
        return is(RunControl.State.PAUSED);
    }

    @Override
    public boolean isSuspended() {
        return is(RunControl.State.PAUSED);
    }

    @Override
    public void suspend() {
        send(Command.Signal.PAUSE);
    }

    @Override
    public void resume() {
        send(Command.Signal.RESUME);
    }

    @Override
    public boolean canStepOver() {
        return is(RunControl.State.PAUSED);
    }

    @Override
    public void stepOver() {
        send(Command.Signal.STEP);
    }

    @Override
    public boolean canStepInto() {
        return false;
    }

    @Override
    public boolean canStepReturn() {
        return false;
    }

    @Override
    public boolean isStepping() {
        return false;
    }

    @Override
    public void stepInto() {
        // a batch has no inside
    }

    @Override
    public void stepReturn() {
        // nor an outside
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IDebugModelProvider.class) {
            IDebugModelProvider provider = () -> new String[] {LaunchAttributes.PROCESS_TYPE};
            return adapter.cast(provider);
        }
        return super.getAdapter(adapter);
    }

    /** Leaves the trainer alone, as an IDE does that crashes. */
    void abandon() {
        control.close();
    }

    private void ended() {
        kill.cancel();
        setAttribute(IProcess.ATTR_PROCESS_LABEL, null);
        control.trainerEnded();
        control.run().thenAccept(this::recordDeath);
        for (IContainer folder : ResourcesPlugin.getWorkspace()
                .getRoot()
                .findContainersForLocationURI(training.runs().toUri())) {
            Job.create(Messages.TrainerProcess_refresh, (ICoreRunnable) monitor -> refresh(folder, monitor))
                    .schedule();
        }
    }

    private void recordDeath(Path run) {
        var death = new TrainerDeath(system.pid(), system.exitValue(), killed);
        Job.createSystem(Messages.TrainerProcess_end, (ICoreRunnable) monitor -> {
                    try {
                        if (death.record(new RunFolder(run)) || SweepDeath.record(death, new SweepFolder(run))) {
                            RUNS.current().ifPresent(RunService::rescan);
                        }
                    } catch (IOException unreadable) {
                        ILog.of(TrainerProcess.class)
                                .warn(NLS.bind(Messages.TrainerProcess_endUnknown, run), unreadable);
                    }
                })
                .schedule();
    }

    private static void refresh(IContainer folder, IProgressMonitor monitor) throws CoreException {
        if (folder.getProject() != null && folder.getProject().isAccessible()) {
            folder.refreshLocal(IResource.DEPTH_INFINITE, monitor);
        }
    }
}
