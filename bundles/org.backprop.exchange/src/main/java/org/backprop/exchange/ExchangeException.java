package org.backprop.exchange;

import java.io.IOException;

/** A network that cannot be written or read in a format; the message names the file or layer and what to do. */
public final class ExchangeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With what the user is to be told. */
    public ExchangeException(String message) {
        super(message);
    }

    /** The same with a cause. */
    public ExchangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
