package org.backprop.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much of the machine others use while contestants run: programs beside the benchmark and, on a virtual machine,
 * stolen time. Threads that wait for each other at a barrier lose far more than this share. Known on Linux only; elsewhere
 * it is taken to be 0.
 */
final class ForeignLoad {
    private static final Path STAT = Path.of("/proc/stat");
    private static final double TICKS_PER_SECOND = 100;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    /** Fields of the line "cpu" that count: user, nice, system, irq, softirq, steal; not idle and iowait. */
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

    private final List<? extends Contestant> contestants;
    private final long start = System.nanoTime();
    private final double busy = busySeconds();
    private final double own;

    /** Begins to measure. */
    ForeignLoad(List<? extends Contestant> contestants) {
        this.contestants = contestants;
        own = ownSeconds();
    }

    /** The share of all cores that others used since the beginning, in [0, 1]. */
    double share() {
        double wall = (System.nanoTime() - start) / NANOS;
        double foreign = busySeconds() - busy - (ownSeconds() - own);
        double share = foreign / (wall * Runtime.getRuntime().availableProcessors());
        return Math.min(1, Math.max(0, share));
    }

    private double ownSeconds() {
        return contestants.stream()
                        .map(Contestant::process)
                        .distinct()
                        .mapToDouble(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()
                / MILLIS;
    }

    private static double busySeconds() {
        try {
            return Files.isReadable(STAT) ? busySeconds(Files.readString(STAT)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Processor time of the whole machine in a text like {@code /proc/stat}. */
    static double busySeconds(String stat) {
        String[] fields = stat.lines().findFirst().orElseThrow().split(" +");
        double ticks = 0;
        for (int field : BUSY) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS_PER_SECOND;
    }
}
