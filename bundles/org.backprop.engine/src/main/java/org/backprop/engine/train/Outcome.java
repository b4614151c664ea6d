package org.backprop.engine.train;

/** How a call of {@link Trainer#run} ended. */
public enum Outcome {
    /** All epochs were made. */
    COMPLETED,
    /** {@link Trainer#stop} was called; the last batch was completed. */
    STOPPED
}
