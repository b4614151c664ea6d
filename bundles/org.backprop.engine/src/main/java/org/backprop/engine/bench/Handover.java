package org.backprop.engine.bench;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long it takes to hand a cache line from one core to another and back. On a virtual machine the host may put the cores on
 * chips that share a cache, or on such that do not, and move them within seconds; kernels whose threads read what other
 * threads wrote then take up to twice as long.
 */
final class Handover {
    private static final int ROUNDS = 1_000;
    private static final int TURNS = 20;

    private Handover() {}

    /** Nanoseconds for there and back, the least of some turns; 0 where there is one core. Takes some milliseconds. */
    static double nanos() {
        if (Runtime.getRuntime().availableProcessors() == 1) {
            return 0;
        }
        AtomicInteger next = new AtomicInteger();
        Thread.ofPlatform().daemon().start(() -> {
            for (int round = 0; round < TURNS * ROUNDS; round++) {
                answer(next, 2 * round + 1);
            }
        });
        double least = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < TURNS; turn++) {
            long start = System.nanoTime();
            for (int round = turn * ROUNDS; round < (turn + 1) * ROUNDS; round++) {
                answer(next, 2 * round);
            }
            least = Math.min(least, (double) (System.nanoTime() - start) / ROUNDS);
        }
        return least;
    }

    private static void answer(AtomicInteger next, int when) {
        while (next.get() != when) {
            Thread.onSpinWait();
        }
        next.set(when + 1);
    }
}
