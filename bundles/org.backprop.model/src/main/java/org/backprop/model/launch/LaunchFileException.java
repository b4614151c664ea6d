package org.backprop.model.launch;

/** A launch configuration cannot be used; the message names the file and says what to do. */
public final class LaunchFileException extends Exception {
    private static final long serialVersionUID = 1L;

    LaunchFileException(Object file, String fault) {
        super(file + ": " + fault);
    }

    LaunchFileException(Object file, String fault, Throwable cause) {
        super(file + ": " + fault, cause);
    }
}
