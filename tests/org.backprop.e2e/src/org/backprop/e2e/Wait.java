package org.backprop.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that has no event to wait for. */
final class Wait {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private Wait() {}

    /** Returns when the condition holds; throws IllegalStateException when it does not within 90 s. */
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }
}
