package org.backprop.engine.data;

/** Data that cannot be used; the message names the file and the place in it, and says what to do. */
public final class DataException extends Exception {

    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
