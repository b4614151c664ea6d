package org.backprop.engine.bench;

/** A contestant cannot run on this machine; the message says why and what to install. */
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }
}
