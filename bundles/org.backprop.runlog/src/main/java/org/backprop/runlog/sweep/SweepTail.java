package org.backprop.runlog.sweep;

import java.nio.file.Path;
import java.util.Optional;

import org.backprop.runlog.internal.Followed;
import org.backprop.runlog.run.Outcome;

/** Follows the record of a sweep while it is written. Not thread-safe. */
public final class SweepTail {
    private final Followed<SweepInfo> info;
    private Optional<Outcome> state = Optional.empty();

    /** A tail of the sweep in {@code folder}. */
    public SweepTail(Path folder) {
        info = new Followed<>(new SweepFolder(folder).infoFile(), SweepInfo::read);
    }

    /** Reads the record if it has changed; says whether it has, or whether its process is gone since. */
    public boolean poll() {
        boolean changed = info.poll();
        Optional<Outcome> before = state;
        state = info.content().map(SweepInfo::state);
        return changed || !before.equals(state);
    }

    /** What the record says; empty if it cannot be read. */
    public Optional<SweepInfo> info() {
        return info.content();
    }

    /** Whether its process is at work. */
    public boolean isRunning() {
        return state.filter(Outcome.RUNNING::equals).isPresent();
    }
}
