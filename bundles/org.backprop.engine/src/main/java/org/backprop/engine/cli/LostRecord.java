package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.backprop.engine.run.TrainingRun;

/** What to say when a training cannot be recorded any more: the disk is full, or the folder of the run is gone. */
final class LostRecord {
    private LostRecord() {}

    static String describe(TrainingRun run, IOException reason) {
        Path folder = run.folder().path();
        if (!Files.exists(folder)) {
            return folder + ": the folder of the run was deleted or moved during the training, which has been ended;"
                    + " put the folder back and go on with --resume, or train again";
        }
        return "%s: the run can no longer be recorded, so it has been ended: %s. %s"
                .formatted(
                        folder,
                        Failures.describe(reason),
                        run.lastCheckpoint()
                                .map(checkpoint ->
                                        "Free space or give access, then go on from the last checkpoint with:"
                                                + " backprop train --resume " + folder)
                                .orElse("There is no checkpoint yet: free space or give access, then train again"));
    }
}
