package org.backprop.engine.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C and SIGTERM into a request to stop, and holds the JVM until the work has answered it.
 *
 * <p>The JVM offers no other portable place than a shutdown hook; it ends the process itself with
 * {@link ExitCode#STOPPED}, because {@link System#exit} would wait for the hook forever.
 */
final class Interrupt implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    /** @param stop asks the work to end soon; called at most once, from another thread */
    Interrupt(Runnable stop) {
        hook = new Thread(() -> await(stop), "backprop-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await(Runnable stop) {
        requested = true;
        stop.run();
        try {
            if (finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.STOPPED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work has ended: lets a waiting shutdown go on, or takes the hook out again. */
    @Override
    public void close() {
        System.out.flush();
        System.err.flush();
        finished.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                parkUntilHalted();
            }
        } else {
            parkUntilHalted();
        }
    }

    private static void parkUntilHalted() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
