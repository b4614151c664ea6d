package org.backprop.runlog.run;

import java.nio.file.Path;

/** Reads a run folder once. To follow one, use {@link RunTail}. */
public final class RunReader {
    private RunReader() {}

    /** What {@code folder} says now. Faults in its files are problems of the snapshot, not exceptions. */
    public static RunSnapshot read(Path folder) {
        return RunTail.complete(folder).poll();
    }
}
