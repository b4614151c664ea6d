package org.backprop.engine.cluster;

/** A cluster is not installed, cannot be reached or cannot compute what is asked; the message says which and why. */
public final class ClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure. */
    public ClusterException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
