package org.backprop.core.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunTail;

/** The tails of all known run folders and what each said last. Not thread-safe. */
final class RunTails {
    /** How long a run is read before others have their turn, so that a long one does not keep them from being seen. */
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final Comparator<RunSnapshot> NEWEST_FIRST = Comparator.comparing(RunTails::start)
            .thenComparing(RunSnapshot::folder)
            .reversed();

    private final Map<Path, Followed> runs = new LinkedHashMap<>();

    /** Adds {@code folders} that are not known; says whether there were any. */
    boolean add(Collection<Path> folders) {
        int before = runs.size();
        folders.forEach(folder -> runs.computeIfAbsent(folder, Followed::new));
        return runs.size() > before;
    }

    /** Forgets all but {@code folders}; says whether there were any. */
    boolean retain(Set<Path> folders) {
        return runs.keySet().retainAll(folders);
    }

    /** Reads what is new in every run; calls {@code changed} after each that has news. */
    void pollAll(Runnable changed) {
        runs.values().forEach(run -> run.poll(changed));
    }

    /**
     * Reads what is new in the runs whose trainer is at work, and goes on with those that are too long to be read at once;
     * calls {@code changed} after each that has news.
     */
    void pollActive(Runnable changed) {
        runs.values().stream()
                .filter(run -> run.isRunning() || run.tail.isBehind())
                .forEach(run -> run.poll(changed));
    }

    /** Whether there is more to read at once. */
    boolean isBehind() {
        return runs.values().stream().anyMatch(run -> run.tail.isBehind());
    }

    boolean anyRunning() {
        return runs.values().stream().anyMatch(Followed::isRunning);
    }

    /** Returns what was read so far. */
    List<RunSnapshot> newestFirst() {
        return runs.values().stream()
                .filter(run -> run.last != null)
                .map(run -> run.last)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static Instant start(RunSnapshot run) {
        return run.info().map(RunInfo::start).orElseGet(() -> firstRecord(run));
    }

    /** The start of a run of another tool, which has no {@code run.json}. */
    private static Instant firstRecord(RunSnapshot run) {
        return run.scalars().values().stream()
                .filter(series -> !series.isEmpty())
                .map(series -> Instant.ofEpochMilli((long) (series.wallTime(0) * 1000)))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static final class Followed {
        private final RunTail tail;
        private RunSnapshot last;

        Followed(Path folder) {
            tail = new RunTail(folder);
        }

        boolean isRunning() {
            return last != null && last.outcome() == Outcome.RUNNING;
        }

        void poll(Runnable changed) {
            long end = System.nanoTime() + SLICE_NANOS;
            RunSnapshot now = tail.poll(() -> System.nanoTime() - end > 0);
            if (now != last) {
                last = now;
                changed.run();
            }
        }
    }
}
