package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.osgi.util.NLS;

/**
 * Says in the record of a run why its trainer died, where the trainer could not: it crashed in native code, or was killed. What
 * a trainer has recorded itself is left alone.
 *
 * @param pid the process that has ended
 * @param exitCode its exit code; on Unix 128 and the number of the signal that ended it
 * @param byUser whether it was killed because the user did not want to wait longer
 */
record TrainerDeath(long pid, int exitCode, boolean byUser) {
    private static final int KILLED = 128 + 9;

    /**
     * Records it.
     *
     * @param runs the folder of the runs, where a crash log would be
     * @param path the folder of the run; where it is that of a sweep, nothing is recorded, as a sweep knows its trials
     * @return whether there was something to say
     * @throws IOException if the record cannot be read or written
     */
    boolean record(Path runs, Path path) throws IOException {
        RunFolder run = new RunFolder(path);
        if (!Files.exists(run.infoFile())) {
            return false;
        }
        RunInfo info = RunInfo.read(run.infoFile());
        if (info.outcome() != Outcome.RUNNING || info.process().pid() != pid) {
            return false;
        }
        Optional<CrashLog> log = CrashLog.find(runs, pid);
        String cause = log.isPresent() ? cause(log.get().moveTo(path)) : cause();
        info.ended(Outcome.FAILED, Instant.now(), Optional.of(cause + " " + advice(run)))
                .write(run.infoFile());
        return true;
    }

    private static String cause(CrashLog log) {
        return log.outOfMemory()
                ? NLS.bind(Messages.TrainerDeath_outOfMemory, log.file())
                : NLS.bind(Messages.TrainerDeath_crashed, log.cause(), log.file());
    }

    private String cause() {
        if (byUser) {
            return Messages.TrainerDeath_killedByUser;
        }
        return exitCode == KILLED ? Messages.TrainerDeath_killed : NLS.bind(Messages.TrainerDeath_unknown, exitCode);
    }

    private static String advice(RunFolder run) {
        return Files.exists(run.checkpoints().resolve("state.safetensors"))
                ? Messages.TrainerDeath_resume
                : Messages.TrainerDeath_again;
    }
}
