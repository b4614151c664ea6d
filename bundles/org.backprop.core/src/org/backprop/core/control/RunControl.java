package org.backprop.core.control;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.backprop.runlog.control.Command;

/** Commands to one trainer at work. All methods return at once and may be called on any thread. */
public interface RunControl {
    /** What the trainer does. */
    enum State {
        /** It trains. */
        RUNNING,
        /** It waits between two steps. */
        PAUSED,
        /** It was asked to stop, or has ended. */
        STOPPING
    }

    /** Absolute path of the run folder. */
    Path run();

    /** What the trainer does, as far as is known here. */
    State state();

    /**
     * Asks the trainer to do something.
     *
     * @return completes with what the command found out, strings and {@code Double}s by name, when the trainer has done it;
     *     fails with an {@link java.io.IOException} whose message is for the user if it refuses or has gone
     */
    CompletableFuture<Map<String, Object>> send(Command command);
}
