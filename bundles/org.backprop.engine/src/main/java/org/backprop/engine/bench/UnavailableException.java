package org.backprop.engine.bench;

/** A contestant cannot run; the message says why and what to install. */
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean thisWorkOnly;

    /** It cannot run on this machine. */
    public UnavailableException(String message) {
        this(message, false);
    }

    /**
     * It cannot run here.
     *
     * @param thisWorkOnly whether it may take other work, so that it is worth asking again
     */
    UnavailableException(String message, boolean thisWorkOnly) {
        super(message);
        this.thisWorkOnly = thisWorkOnly;
    }

    boolean thisWorkOnly() {
        return thisWorkOnly;
    }
}
