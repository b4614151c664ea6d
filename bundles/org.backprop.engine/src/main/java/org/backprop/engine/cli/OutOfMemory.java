package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.Optional;

/** What to say when memory has run out. */
final class OutOfMemory {
    private OutOfMemory() {}

    static String describe(OutOfMemoryError error) {
        return "out of memory: " + error.getMessage() + "; use a smaller batch_size, network or data set";
    }

    /** The same with where a training under way can be taken up. */
    static String describe(OutOfMemoryError error, Optional<Path> lastCheckpoint) {
        return describe(error)
                + lastCheckpoint.map(file -> ". The last checkpoint is " + file).orElse(". There is no checkpoint yet");
    }
}
