package org.backprop.runlog.events;

import java.nio.file.Path;

/**
 * Something in a file of a run that cannot be read.
 *
 * @param offset byte offset in the file at which it stands
 * @param message what is wrong and what it means for the reader
 */
public record LogProblem(Path file, long offset, String message) {
    /** {@code FILE: byte OFFSET: MESSAGE}. */
    public String format() {
        return file + ": byte " + offset + ": " + message;
    }
}
