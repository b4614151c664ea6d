package org.backprop.engine.kernels.vector;

/** Decides which work is worth the microsecond that waking the other threads costs. */
final class Sharing {

    private static final long LEAST_OPERATIONS = 60_000;

    private Sharing() {}

    /** Whether a work of so many multiplications, or values to move, is worth sharing. */
    static boolean pays(long operations) {
        return operations >= LEAST_OPERATIONS;
    }
}
