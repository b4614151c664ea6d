package org.backprop.core.launch;

import java.time.Duration;

import org.backprop.testkit.Conditions;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.Launch;

/** Launching in tests and what to observe of it. */
final class Trainings {
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private Trainings() {}

    /** Launches as the platform does, with another trainer. */
    static TrainerProcess launch(ILaunchConfiguration configuration, TrainerProgram program) throws CoreException {
        var launch = new Launch(configuration, ILaunchManager.RUN_MODE, null);
        DebugPlugin.getDefault().getLaunchManager().addLaunch(launch);
        new TrainerLaunchDelegate(backend -> program)
                .launch(configuration, ILaunchManager.RUN_MODE, launch, new NullProgressMonitor());
        return process(launch);
    }

    static TrainerProcess process(ILaunch launch) {
        return (TrainerProcess) launch.getProcesses()[0];
    }

    static String output(TrainerProcess process) {
        return process.getStreamsProxy().getOutputStreamMonitor().getContents();
    }

    static void awaitOutput(TrainerProcess process, String text) {
        Conditions.await(
                "output \"" + text + "\"", TIMEOUT, () -> output(process).contains(text));
    }

    static void awaitEnd(TrainerProcess process) {
        Conditions.await("end of the trainer", TIMEOUT, process::isTerminated);
    }

    /** Ends what a test left over and waits for its jobs. */
    static void cleanUp() throws CoreException, InterruptedException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        for (ILaunch launch : manager.getLaunches()) {
            if (launch.getProcesses().length > 0) {
                TrainerProcess process = process(launch);
                process.terminate();
                process.terminate();
                awaitEnd(process);
            }
            manager.removeLaunch(launch);
        }
        Job.getJobManager().join(TrainingProgressJob.FAMILY, null);
    }
}
