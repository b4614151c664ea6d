package org.backprop.engine.cli;

import org.backprop.engine.cli.progress.Progress;
import org.backprop.engine.run.Remarks;

/** Remarks among the progress of a command, warnings on the error output. */
record PrintedRemarks(Progress progress) implements Remarks {
    @Override
    public void tell(String message) {
        progress.message(message);
    }

    @Override
    public void warn(String message) {
        Warnings.print(message);
    }
}
