package org.backprop.runlog.control;

import java.util.Objects;

/**
 * The trainer's run folder exists now: {@code {"event":"run","path":"..."}}, sent once.
 *
 * @param path absolute path of the run folder
 */
public record RunAnnounced(String path) implements TrainerMessage {
    /** Checks that there is a path. */
    public RunAnnounced {
        Objects.requireNonNull(path, "path");
    }
}
