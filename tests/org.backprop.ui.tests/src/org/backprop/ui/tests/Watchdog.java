package org.backprop.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.backprop.testkit.Conditions;
import org.eclipse.swt.widgets.Display;

/**
 * Lets the user interface work and measures for how long it was busy without a pause, by the clock and by the time that the
 * thread had a processor, which other work on the machine does not lengthen.
 */
final class Watchdog {
    private static final double NANOS = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> blocks = new ArrayList<>();
    private final List<Long> work = new ArrayList<>();

    /** Dispatches events, each by itself, until the condition holds. */
    void run(String description, Duration patience, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        Conditions.await(description, patience, () -> {
            while (dispatch(display)) {
                // until the queue is empty
            }
            return condition.getAsBoolean();
        });
    }

    private boolean dispatch(Display display) {
        boolean[] more = new boolean[1];
        measure(() -> more[0] = display.readAndDispatch());
        return more[0];
    }

    /** Measures something that runs on the user interface's thread. */
    void measure(Runnable task) {
        long begin = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        task.run();
        work.add(threads.getCurrentThreadCpuTime() - worked);
        blocks.add(System.nanoTime() - begin);
    }

    /** The longest block in milliseconds. */
    double longest() {
        return Collections.max(blocks) / NANOS;
    }

    /** The most processor time of a block in milliseconds. */
    double mostWork() {
        return Collections.max(work) / NANOS;
    }

    /** How many blocks took more processor time. */
    long longerThan(double milliseconds) {
        return work.stream().filter(block -> block > milliseconds * NANOS).count();
    }
}
