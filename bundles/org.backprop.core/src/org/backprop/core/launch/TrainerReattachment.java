package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Path;

import org.backprop.core.control.ControlServer;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.Launch;
import org.eclipse.osgi.util.NLS;

/** Finds the trainers again that an earlier IDE of this workspace has started, and that still train. */
public final class TrainerReattachment {
    private static final int STOPPED = 130;
    private static final int FAILED = 3;

    private TrainerReattachment() {}

    /** Shows each of them in the Debug view and commands it; to be called once, when the IDE has started. */
    public static void reattach() {
        TrainerRecords records = TrainerRecords.ofWorkspace();
        for (TrainerRecord trainer : records.living()) {
            trainer.process().ifPresent(process -> reattach(trainer, process, records));
        }
    }

    @SuppressWarnings("resource") // the process closes the control connection when it ends
    private static void reattach(TrainerRecord trainer, ProcessHandle process, TrainerRecords records) {
        ControlServer control;
        try {
            control = ControlServer.reopen(trainer.port(), trainer.token());
        } catch (IOException portTaken) {
            ILog.of(TrainerReattachment.class)
                    .warn(
                            NLS.bind(
                                    Messages.TrainerReattachment_portTaken,
                                    trainer.training().model(),
                                    trainer.port()),
                            portTaken);
            return;
        }
        var launch = new Launch(configuration(trainer), ILaunchManager.RUN_MODE, null);
        launch.setAttribute(DebugPlugin.ATTR_CONSOLE_ENCODING, TrainerCommand.CONSOLE_ENCODING);
        launch.setAttribute(
                DebugPlugin.ATTR_LAUNCH_TIMESTAMP, trainer.attributes().get(DebugPlugin.ATTR_LAUNCH_TIMESTAMP));
        String explanation =
                NLS.bind(Messages.TrainerReattachment_output, trainer.training().runs());
        var system = new ReattachedProcess(process, explanation, () -> exitCode(control));
        system.onExit().thenRun(() -> records.delete(trainer));
        TrainerProcess.start(
                launch,
                system,
                NLS.bind(Messages.TrainerReattachment_label, trainer.training().model()),
                trainer.training(),
                trainer.attributes(),
                control);
        DebugPlugin.getDefault().getLaunchManager().addLaunch(launch);
    }

    /** The launch configuration, for Relaunch; null if it was deleted since. */
    private static ILaunchConfiguration configuration(TrainerRecord trainer) {
        if (trainer.configuration().isEmpty()) {
            return null;
        }
        try {
            ILaunchConfiguration configuration =
                    DebugPlugin.getDefault().getLaunchManager().getLaunchConfiguration(trainer.configuration());
            return configuration.exists() ? configuration : null;
        } catch (CoreException deleted) {
            return null;
        }
    }

    private static int exitCode(ControlServer control) {
        Path run = control.run().exceptionally(neverConnected -> null).getNow(null);
        if (run == null) {
            return 0;
        }
        try {
            Outcome outcome = RunInfo.read(new RunFolder(run).infoFile()).outcome();
            return switch (outcome) {
                case COMPLETED -> 0;
                case STOPPED -> STOPPED;
                default -> FAILED;
            };
        } catch (IOException unreadable) {
            return FAILED;
        }
    }
}
