package org.backprop.runlog.internal;

import java.io.IOException;

/** A text is not the JSON that was expected; the message says what is wrong, without naming the file. */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1L;

    /** An exception with this message. */
    public JsonException(String message) {
        super(message);
    }

    /** An exception with this message and cause. */
    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
