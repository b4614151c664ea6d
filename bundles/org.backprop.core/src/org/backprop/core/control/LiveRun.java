package org.backprop.core.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.LiveParameter;
import org.backprop.model.LiveParameters;
import org.backprop.model.ModelReader;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;

/** What can be changed of a run that trains, as its record says. */
public final class LiveRun {
    private LiveRun() {}

    /** The numbers that can be changed in flight with their present values; empty if the record does not say its model. */
    public static List<LiveParameter> parameters(RunSnapshot run) {
        return run.info().map(RunInfo::configurationText).stream()
                .flatMap(text -> ModelReader.read("run.json", null, text, Map.of()).model().stream())
                .flatMap(model -> LiveParameters.of(model).stream())
                .map(parameter ->
                        present(parameter, run.journal()).map(parameter::with).orElse(parameter))
                .toList();
    }

    private static Optional<Double> present(LiveParameter parameter, List<JournalEntry> journal) {
        return journal.stream()
                .filter(entry -> entry.command().equals(parameter.path()))
                .reduce((earlier, later) -> later)
                .flatMap(JournalEntry::newValue)
                .flatMap(LiveRun::number);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
