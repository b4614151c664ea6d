package org.backprop.runlog.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a trainer died that could not record it itself: it crashed in native code, or was killed.
 *
 * @param pid the process that has ended
 * @param exitCode its exit code; on Unix 128 and the number of the signal that ended it
 * @param byUser whether it was killed because the user did not want to wait longer
 */
public record TrainerDeath(long pid, int exitCode, boolean byUser) {
    private static final int KILLED = 128 + 9;

    /**
     * Says in the record of a run why its trainer died; what a trainer has recorded itself is left alone. A log of the crash is
     * moved into the folder.
     *
     * @return whether there was something to say
     * @throws IOException if the record cannot be read or written
     */
    public boolean record(RunFolder run) throws IOException {
        if (!Files.exists(run.infoFile())) {
            return false;
        }
        RunInfo info = RunInfo.read(run.infoFile());
        if (info.outcome() != Outcome.RUNNING || info.process().pid() != pid) {
            return false;
        }
        failed(info, run, Instant.now(), cause(info.process(), run.path())).write(run.infoFile());
        return true;
    }

    /**
     * A run as failed, where its process crashed and left a log of that; any other as it is. Nothing is written.
     *
     * @param info the record in {@code run}
     */
    static RunInfo explained(RunInfo info, RunFolder run) {
        return info.outcome() == Outcome.RUNNING
                ? CrashLog.of(info.process(), run.path())
                        .map(log -> failed(info, run, log.written(), log.message()))
                        .orElse(info)
                : info;
    }

    /**
     * Why it died, and what to do against that. A log of the crash is moved into {@code folder}.
     *
     * @param process the same process, as the run or sweep in {@code folder} has recorded it
     */
    public String cause(TrainerProcess process, Path folder) throws IOException {
        Optional<CrashLog> log = CrashLog.of(process, folder);
        if (log.isPresent()) {
            return log.get().moveTo(folder).message();
        }
        if (byUser) {
            return "The trainer was killed before it had stopped by itself.";
        }
        return exitCode == KILLED
                ? "The trainer was killed, most often by the system because memory ran out. Use a smaller batch size, network"
                        + " or data set, or close other programs."
                : "The trainer ended with exit code " + exitCode + " without saying why; its output may tell.";
    }

    private static RunInfo failed(RunInfo info, RunFolder run, Instant when, String cause) {
        String advice = Files.exists(run.checkpoints().resolve("state.safetensors"))
                ? " The last checkpoint is kept: resume the run to go on from there."
                : " There is no checkpoint yet: train again.";
        return info.ended(Outcome.FAILED, when, Optional.of(cause + advice));
    }
}
