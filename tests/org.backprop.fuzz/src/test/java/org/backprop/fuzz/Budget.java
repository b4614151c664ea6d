package org.backprop.fuzz;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Reads inputs within bounds: no failure but the declared ones, a second of time, and memory in proportion to the input. */
final class Budget {

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long BYTES_A_BYTE = 10;

    /** What reading costs however short the input is. */
    private static final long BYTES = 16 << 20;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Budget() {}

    /** Reads an input; the error says what was wrong about that. Whether it was accepted. */
    static boolean read(Target target, byte[] input, Path folder) {
        long allocated = THREADS.getTotalThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        boolean accepted = readUnmeasured(target, input, folder);
        long nanos = THREADS.getCurrentThreadCpuTime() - time;
        long bytes = THREADS.getTotalThreadAllocatedBytes() - allocated;
        if (nanos > MOST_NANOS) {
            throw new AssertionError("%s: %d ms of computing for %d bytes"
                    .formatted(target, TimeUnit.NANOSECONDS.toMillis(nanos), input.length));
        }
        if (bytes > BYTES_A_BYTE * input.length + BYTES) {
            throw new AssertionError("%s: %,d bytes of memory for %,d bytes".formatted(target, bytes, input.length));
        }
        return accepted;
    }

    /** The same without a look at time and memory, for code that a tool has changed. */
    static boolean readUnmeasured(Target target, byte[] input, Path folder) {
        try {
            return target.reader().read(input, folder);
        } catch (Exception e) {
            if (target.failures().stream().noneMatch(declared -> declared.isInstance(e))) {
                throw new AssertionError(target + ": undeclared " + e, e);
            }
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new AssertionError(target + ": a failure that says nothing", e);
            }
            return false;
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(target + ": " + e, e);
        }
    }
}
