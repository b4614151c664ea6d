package org.backprop.runlog.run;

import java.io.IOException;

/** A run folder is being written by another trainer. */
public final class RunInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    RunInUseException(RunFolder folder) {
        super("%s: another trainer is at work on this run%s; stop it or wait for its end, then try again"
                .formatted(folder.path(), who(folder)));
    }

    private static String who(RunFolder folder) {
        try {
            TrainerProcess process = RunInfo.read(folder.infoFile()).process();
            return " (process %d on %s)".formatted(process.pid(), process.host());
        } catch (IOException unknown) {
            return "";
        }
    }
}
