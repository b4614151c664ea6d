package org.backprop.runlog.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.backprop.runlog.events.LogProblem;

/** A small file that is read again whenever it was replaced or changed. */
final class Followed<T> {
    private final Path file;
    private final Reading<T> reading;
    private FileStamp stamp = FileStamp.NONE;
    private T content;
    private LogProblem problem;

    Followed(Path file, Reading<T> reading) {
        this.file = file;
        this.reading = reading;
    }

    /** Reads the file if it is not the one read before; returns whether it was. */
    boolean poll() {
        FileStamp now = FileStamp.of(file);
        if (now.equals(stamp)) {
            return false;
        }
        stamp = now;
        content = null;
        problem = null;
        if (!now.equals(FileStamp.NONE)) {
            try {
                content = reading.read(file);
            } catch (IOException e) {
                problem = new LogProblem(file, 0, e.getMessage());
            }
        }
        return true;
    }

    FileStamp stamp() {
        return stamp;
    }

    /** The content; empty if there is no file or it cannot be read. */
    Optional<T> content() {
        return Optional.ofNullable(content);
    }

    Optional<LogProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Reads the whole file. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Path file) throws IOException;
    }
}
