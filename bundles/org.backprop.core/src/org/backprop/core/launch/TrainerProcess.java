package org.backprop.core.launch;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.backprop.core.control.ControlServer;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.RuntimeProcess;
import org.eclipse.osgi.util.NLS;

/**
 * A trainer in the Debug view. {@link #terminate} asks it to stop, upon which it writes a checkpoint and exits; it is
 * killed if it takes longer than {@link LaunchPreferences#grace} or is terminated once more. Nothing here waits.
 */
public final class TrainerProcess extends RuntimeProcess {
    private final Process system;
    private final ControlServer control;
    private final Job kill;
    private boolean stopping;

    private TrainerProcess(
            ILaunch launch, Process system, String label, Map<String, String> attributes, ControlServer control) {
        super(launch, system, label, attributes);
        this.system = system;
        this.control = control;
        this.kill = Job.createSystem(Messages.TrainerProcess_escalation, (ICoreRunnable) monitor -> kill());
    }

    /** Adds {@code system} to {@code launch}; {@code control} is closed and the runs are refreshed when it ends. */
    static TrainerProcess start(ILaunch launch, Process system, Training training, ControlServer control) {
        var now = LocalDateTime.now();
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).format(now);
        var process = new TrainerProcess(
                launch,
                system,
                NLS.bind(Messages.TrainerProcess_label, training.model(), time),
                attributes(training.command()),
                control);
        system.onExit().thenRun(() -> process.ended(training.setup().runs()));
        return process;
    }

    private static Map<String, String> attributes(TrainerCommand command) {
        var attributes = new HashMap<String, String>();
        attributes.put(IProcess.ATTR_PROCESS_TYPE, LaunchAttributes.PROCESS_TYPE);
        attributes.put(IProcess.ATTR_CMDLINE, command.rendered());
        attributes.put(
                DebugPlugin.ATTR_WORKING_DIRECTORY, command.workingDirectory().toString());
        attributes.put(DebugPlugin.ATTR_PATH, command.java().executable().toString());
        attributes.put(DebugPlugin.ATTR_LAUNCH_TIMESTAMP, Long.toString(System.currentTimeMillis()));
        return attributes;
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

    /** Asks the trainer to stop with a checkpoint, or kills it if it was asked before. Returns at once. */
    @Override
    public void terminate() {
        if (isTerminated()) {
            return;
        }
        if (firstRequest()) {
            control.stop();
            kill.schedule(LaunchPreferences.grace().toMillis());
            setAttribute(IProcess.ATTR_PROCESS_LABEL, NLS.bind(Messages.TrainerProcess_stopping, getLabel()));
        } else {
            kill.wakeUp();
        }
    }

    private synchronized boolean firstRequest() {
        boolean first = !stopping;
        stopping = true;
        return first;
    }

    private void kill() {
        system.descendants().forEach(ProcessHandle::destroyForcibly);
        system.destroyForcibly();
    }

    private void ended(Path runs) {
        kill.cancel();
        setAttribute(IProcess.ATTR_PROCESS_LABEL, null);
        control.trainerEnded();
        for (IContainer folder : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(runs.toUri())) {
            Job.create(Messages.TrainerProcess_refresh, (ICoreRunnable) monitor -> refresh(folder, monitor))
                    .schedule();
        }
    }

    private static void refresh(IContainer folder, IProgressMonitor monitor) throws CoreException {
        if (folder.getProject() != null && folder.getProject().isAccessible()) {
            folder.refreshLocal(IResource.DEPTH_INFINITE, monitor);
        }
    }
}
