package org.backprop.installer;

/** The libraries cannot be had; the message says why. */
final class InstallException extends Exception {
    private static final long serialVersionUID = 1L;

    InstallException(String message) {
        super(message);
    }

    InstallException(String message, Throwable cause) {
        super(message, cause);
    }
}
