package org.backprop.engine.run;

/** Measures which share of the time recording takes. */
final class WatchingCost {

    private long recording;
    private long since = System.nanoTime();

    /** Adds time that recording took, in nanoseconds. */
    void add(long nanos) {
        recording += nanos;
    }

    /** The share of the time since the last call, or since the start, in [0, 1]. */
    double takeShare() {
        long now = System.nanoTime();
        double share = Math.clamp((double) recording / Math.max(1, now - since), 0, 1);
        recording = 0;
        since = now;
        return share;
    }
}
