package org.backprop.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.opentest4j.AssertionFailedError;

/** Waiting for what other threads bring about. */
public final class Conditions {
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private Conditions() {}

    /**
     * Waits until {@code condition} holds, asking it every 10 ms on the calling thread.
     *
     * @param description what should come about, for the failure
     * @throws AssertionFailedError if it does not hold within {@code timeout}
     */
    public static void await(String description, Duration timeout, BooleanSupplier condition) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionFailedError("Not within " + timeout.toMillis() + " ms: " + description);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionFailedError("Interrupted while waiting", interrupted);
        }
    }
}
