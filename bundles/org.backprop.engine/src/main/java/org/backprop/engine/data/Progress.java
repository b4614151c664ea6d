package org.backprop.engine.data;

/** What a long load reports to, and is canceled by. */
public interface Progress {

    /** Reports to nobody and is never canceled. */
    Progress NONE = (done, total) -> {};

    /**
     * Some of the work is done. A load may have parts, such as two files or three sets, each of which counts from 0.
     * Calls never overlap, though they may come from several threads.
     *
     * @param done samples of this part that are ready, not decreasing
     * @param total samples of this part, or -1 if that is not known yet
     */
    void report(long done, long total);

    /** Whether the load shall end with a {@link java.util.concurrent.CancellationException}. Any thread may ask. */
    default boolean canceled() {
        return false;
    }
}
