package org.backprop.engine.run;

/** A backend is not installed or cannot run here; the message says which and why. */
public final class BackendException extends Exception {
    private static final long serialVersionUID = 1L;

    BackendException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
