package org.backprop.runlog.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

import org.backprop.runlog.run.CrashLog;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.TrainerDeath;

/** Why the process of a sweep died that could not record it itself. Its trials are processes of their own. */
public final class SweepDeath {
    private static final String ADVICE = " What its trials have trained is kept: resume the sweep to go on.";

    private SweepDeath() {}

    /**
     * Says so in the record of the sweep; what the sweep has recorded itself is left alone. A log of the crash is moved into the
     * folder.
     *
     * @return whether there was something to say
     * @throws IOException if the record cannot be read or written
     */
    public static boolean record(TrainerDeath death, SweepFolder sweep) throws IOException {
        if (!Files.exists(sweep.infoFile())) {
            return false;
        }
        SweepInfo info = SweepInfo.read(sweep.infoFile());
        if (info.outcome() != Outcome.RUNNING || info.process().pid() != death.pid()) {
            return false;
        }
        failed(info, Instant.now(), death.cause(info.process(), sweep.path())).write(sweep.infoFile());
        return true;
    }

    /**
     * A sweep as failed, where its process crashed and left a log of that; any other as it is. Nothing is written.
     *
     * @param info the record in {@code sweep}
     */
    static SweepInfo explained(SweepInfo info, SweepFolder sweep) {
        return info.outcome() == Outcome.RUNNING
                ? CrashLog.of(info.process(), sweep.path())
                        .map(log -> failed(info, log.written(), log.message()))
                        .orElse(info)
                : info;
    }

    private static SweepInfo failed(SweepInfo info, Instant when, String cause) {
        return info.ended(Outcome.FAILED, when, Optional.of(cause + ADVICE));
    }
}
