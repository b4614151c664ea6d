package org.backprop.runlog.control;

import java.io.IOException;

/** A line on the control connection is not what the protocol allows. The connection should be closed. */
public final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    /** An exception with this message. */
    public MalformedFrameException(String message) {
        super(message);
    }

    MalformedFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
