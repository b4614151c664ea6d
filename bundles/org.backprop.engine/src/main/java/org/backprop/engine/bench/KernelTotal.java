package org.backprop.engine.bench;

/** What the calls of one kernel cost together. */
final class KernelTotal {
    private long calls;
    private long nanos;
    private double flops;

    void add(long nanos, double flops) {
        calls++;
        this.nanos += nanos;
        this.flops += flops;
    }

    /** Number of calls. */
    long calls() {
        return calls;
    }

    /** Time of all calls in seconds. */
    double seconds() {
        return nanos / 1e9;
    }

    /** Multiplications and additions of the matrix products in all calls. */
    double flops() {
        return flops;
    }
}
