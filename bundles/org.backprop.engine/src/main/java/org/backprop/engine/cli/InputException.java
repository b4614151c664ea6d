package org.backprop.engine.cli;

/** What the user gave cannot be used; the message names the file and says what to do. Ends in {@link ExitCode#BAD_INPUT}. */
final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
