package org.backprop.engine.control;

/** A command cannot be carried out; nothing has changed. The message says why, for the user. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** An exception with this message. */
    public RefusedException(String message) {
        super(message);
    }
}
