package org.backprop.core.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.backprop.runlog.sweep.SweepCommand;
import org.backprop.runlog.sweep.SweepFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Asks something of sweeps under way, wherever they were started. */
public final class SweepCommands {
    private SweepCommands() {}

    /**
     * Writes commands for some trials into the journal of a sweep, in a background job.
     *
     * @param sweep folder of the sweep
     * @param trials numbers of the trials
     */
    public static void send(Path sweep, SweepCommand.Kind kind, List<Integer> trials) {
        Job.create(Messages.SweepCommands_send, (ICoreRunnable) monitor -> write(sweep, kind, trials))
                .schedule();
    }

    private static void write(Path sweep, SweepCommand.Kind kind, List<Integer> trials) throws CoreException {
        try {
            for (int trial : trials) {
                new SweepCommand(kind, trial).send(new SweepFolder(sweep), System.getProperty("user.name"));
            }
        } catch (IOException e) {
            throw new CoreException(Status.error(e.getLocalizedMessage(), e));
        }
    }
}
