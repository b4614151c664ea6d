package org.backprop.runlog.sweep;

import java.nio.file.Path;
import java.util.Optional;

import org.backprop.runlog.internal.Followed;
import org.backprop.runlog.run.Outcome;

/** Follows the record of a sweep while it is written. Not thread-safe. */
public final class SweepTail {
    private final SweepFolder folder;
    private final Followed<SweepInfo> info;
    private Optional<SweepInfo> shown = Optional.empty();
    private Optional<Outcome> state = Optional.empty();

    /** A tail of the sweep in {@code folder}. */
    public SweepTail(Path folder) {
        this.folder = new SweepFolder(folder);
        info = new Followed<>(this.folder.infoFile(), SweepInfo::read);
    }

    /** Reads the record if it has changed; says whether it has, or whether its process is gone since. */
    public boolean poll() {
        boolean changed = info.poll();
        Optional<Outcome> before = state;
        state = info.content().map(SweepInfo::state);
        boolean news = changed || !before.equals(state);
        if (news) {
            shown = info.content().map(read -> SweepDeath.explained(read, folder));
        }
        return news;
    }

    /** What the record says, and that the process has crashed where it could not say so; empty if it cannot be read. */
    public Optional<SweepInfo> info() {
        return shown;
    }

    /** Whether its process is at work. */
    public boolean isRunning() {
        return state.filter(Outcome.RUNNING::equals).isPresent();
    }
}
