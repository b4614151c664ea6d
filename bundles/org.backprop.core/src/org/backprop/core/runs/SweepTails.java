package org.backprop.core.runs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backprop.core.runs.RunsSnapshot.Sweep;
import org.backprop.runlog.sweep.SweepTail;

/** The tails of all known sweeps. Not thread-safe. */
final class SweepTails {
    private static final Comparator<Sweep> NEWEST_FIRST = Comparator.comparing(
                    (Sweep sweep) -> sweep.info().start())
            .thenComparing(Sweep::folder)
            .reversed();

    private final Map<Path, SweepTail> sweeps = new LinkedHashMap<>();

    /** Adds {@code folders} that are not known. */
    void add(Collection<Path> folders) {
        folders.forEach(folder -> sweeps.computeIfAbsent(folder, SweepTail::new));
    }

    /** Forgets all but {@code folders}; says whether there were any. */
    boolean retain(Set<Path> folders) {
        return sweeps.keySet().retainAll(folders);
    }

    /** Reads what is new; says whether there was anything. */
    boolean poll() {
        boolean changed = false;
        for (SweepTail sweep : sweeps.values()) {
            changed |= sweep.poll();
        }
        return changed;
    }

    /** The folders in which sweeps at work put their runs. */
    Set<Path> active() {
        return Set.copyOf(sweeps.entrySet().stream()
                .filter(sweep -> sweep.getValue().isRunning())
                .map(sweep -> sweep.getKey().getParent())
                .toList());
    }

    /** What was read so far. */
    List<Sweep> newestFirst() {
        return sweeps.entrySet().stream()
                .flatMap(sweep -> sweep.getValue().info().map(info -> new Sweep(sweep.getKey(), info)).stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
