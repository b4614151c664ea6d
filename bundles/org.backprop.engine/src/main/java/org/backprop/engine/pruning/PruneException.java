package org.backprop.engine.pruning;

/** A request to prune that cannot be met; the message says why, and nothing was changed. */
public final class PruneException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A refusal. */
    public PruneException(String message) {
        super(message);
    }
}
