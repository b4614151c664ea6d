package org.backprop.runlog.control;

import java.util.function.LongSupplier;

/** Bounds the number of messages in a second. Not thread-safe. */
public final class RateLimit {
    /** Messages in a second that no orderly end of a control connection sends. */
    public static final int MOST_PER_SECOND = 1000;

    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private long since;
    private int messages;

    /** A limit of {@link #MOST_PER_SECOND}. */
    public RateLimit() {
        this(System::nanoTime);
    }

    /** The same with a clock in nanoseconds. */
    public RateLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        since = nanoTime.getAsLong();
    }

    /**
     * Counts a message.
     *
     * @throws MalformedFrameException if it is one too many
     */
    void count() throws MalformedFrameException {
        long now = nanoTime.getAsLong();
        if (now - since >= SECOND) {
            since = now;
            messages = 0;
        }
        messages++;
        if (messages > MOST_PER_SECOND) {
            throw new MalformedFrameException("more than " + MOST_PER_SECOND + " lines in a second");
        }
    }
}
