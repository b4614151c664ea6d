package org.backprop.engine.cuda;

/** There is no GPU that can compute; the message says what is missing. */
public final class CudaException extends Exception {
    private static final long serialVersionUID = 1L;

    CudaException(String message) {
        super(message);
    }

    CudaException(String message, Throwable cause) {
        super(message, cause);
    }
}
