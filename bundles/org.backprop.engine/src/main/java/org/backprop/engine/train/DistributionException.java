package org.backprop.engine.train;

/** What was to compute gradients elsewhere has failed for good; the message says where and why. */
public final class DistributionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public DistributionException(String message, Throwable cause) {
        super(message, cause);
    }
}
