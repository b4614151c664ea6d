package org.backprop.views.runs;

import java.nio.file.Path;

import org.backprop.runlog.compare.Hyperparameters;
import org.backprop.runlog.compare.RunTexts;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.eclipse.core.runtime.IAdaptable;

/** A run in the Runs view. Rows of the same folder are equal, so that a selection survives a refresh. */
final class RunRow implements Line, IAdaptable {
    private final RunFacts facts;
    private final RunTexts texts;

    /** @param project name of the project that holds the run; empty if none does */
    RunRow(RunSnapshot run, RunFacts facts, String project) {
        this.facts = facts;
        texts = new RunTexts(run, Hyperparameters.of(run), project);
    }

    RunSnapshot run() {
        return texts.run();
    }

    RunFacts facts() {
        return facts;
    }

    RunTexts texts() {
        return texts;
    }

    String project() {
        return texts.project();
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
