package org.backprop.runlog.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.backprop.runlog.events.LogProblem;

/** A small file that is read again whenever it was replaced or changed. */
public final class Followed<T> {
    private final Path file;
    private final Reading<T> reading;
    private FileStamp stamp = FileStamp.NONE;
    private T content;
    private LogProblem problem;

    /** A file that was not read yet. */
    public Followed(Path file, Reading<T> reading) {
        this.file = file;
        this.reading = reading;
    }

    /** Reads the file if it is not the one read before; returns whether it was. */
    public boolean poll() {
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

    /** What tells the state that was read from others. */
    public FileStamp stamp() {
        return stamp;
    }

    /** The content; empty if there is no file or it cannot be read. */
    public Optional<T> content() {
        return Optional.ofNullable(content);
    }

    /** Why it cannot be read; empty if it can. */
    public Optional<LogProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Reads the whole file. */
    @FunctionalInterface
    public interface Reading<T> {
        /** The content of {@code file}. */
        T read(Path file) throws IOException;
    }
}
