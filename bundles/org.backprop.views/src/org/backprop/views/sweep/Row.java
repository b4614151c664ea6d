package org.backprop.views.sweep;

import java.nio.file.Path;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.sweep.TrialRow;
import org.eclipse.core.runtime.IAdaptable;

/** A trial in the table. Rows of the same trial are equal, so that a selection survives a refresh. */
final class Row implements IAdaptable {
    private final Path sweep;
    private final TrialRow row;
    private final int setting;

    /** @param setting index of the setting, in the order of the trials; decides the colour */
    Row(Path sweep, TrialRow row, int setting) {
        this.sweep = sweep;
        this.row = row;
        this.setting = setting;
    }

    TrialRow row() {
        return row;
    }

    int number() {
        return row.trial().number();
    }

    int setting() {
        return setting;
    }

    Optional<Path> run() {
        return row.run().map(RunSnapshot::folder);
    }

    /** Adapts to the path of the run folder. */
    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == Path.class ? type.cast(run().orElse(null)) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row that && sweep.equals(that.sweep) && number() == that.number();
    }

    @Override
    public int hashCode() {
        return sweep.hashCode() * 31 + number();
    }
}
