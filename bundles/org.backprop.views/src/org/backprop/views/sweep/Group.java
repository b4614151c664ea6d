package org.backprop.views.sweep;

import java.nio.file.Path;

import org.backprop.runlog.sweep.TrialGroup;

/** A setting in the table of means. Rows of the same setting are equal. */
final class Group {
    private final Path sweep;
    private final TrialGroup group;
    private final int rank;
    private final int setting;

    /** @param rank 1 for the best objective */
    Group(Path sweep, TrialGroup group, int rank, int setting) {
        this.sweep = sweep;
        this.group = group;
        this.rank = rank;
        this.setting = setting;
    }

    TrialGroup group() {
        return group;
    }

    int rank() {
        return rank;
    }

    int setting() {
        return setting;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Group that && sweep.equals(that.sweep) && setting == that.setting;
    }

    @Override
    public int hashCode() {
        return sweep.hashCode() * 31 + setting;
    }
}
