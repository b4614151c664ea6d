package org.backprop.views.runs;

import java.nio.file.Path;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.eclipse.core.runtime.IAdaptable;

/** A row of the Runs view. Rows of the same folder are equal, so that a selection survives a refresh. */
final class RunRow implements IAdaptable {
    private final RunSnapshot run;
    private final RunFacts facts;

    RunRow(RunSnapshot run, RunFacts facts) {
        this.run = run;
        this.facts = facts;
    }

    RunSnapshot run() {
        return run;
    }

    RunFacts facts() {
        return facts;
    }

    /** Adapts to the path of the run folder. */
    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == Path.class ? type.cast(facts.folder()) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunRow row && facts.folder().equals(row.facts.folder());
    }

    @Override
    public int hashCode() {
        return facts.folder().hashCode();
    }
}
