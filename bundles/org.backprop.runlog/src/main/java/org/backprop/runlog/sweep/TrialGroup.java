package org.backprop.runlog.sweep;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The trials of one setting, over their seeds. Those that failed, were skipped or have not ended are left out.
 *
 * @param settings path in the model file to the YAML text of its value
 * @param planned trials of the setting
 * @param ended trials that count
 * @param reached how many of them reached the target
 * @param seconds of training
 * @param epochsToTarget of those that reached it
 * @param trainLoss lowest mean over an epoch
 * @param validationLoss lowest
 * @param accuracy last
 * @param objective best
 */
public record TrialGroup(
        Map<String, String> settings,
        int planned,
        int ended,
        int reached,
        Spread seconds,
        Spread epochsToTarget,
        Spread trainLoss,
        Spread validationLoss,
        Spread accuracy,
        Spread objective) {
    /** The group of all rows of one setting, of which there is at least one. */
    static TrialGroup of(List<TrialRow> rows) {
        List<TrialFigures> ended =
                rows.stream().filter(TrialRow::counts).map(TrialRow::figures).toList();
        Spread epochs = spread(ended, figures -> asDouble(figures.epochsToTarget()));
        return new TrialGroup(
                rows.getFirst().trial().settings(),
                rows.size(),
                ended.size(),
                epochs.count(),
                spread(ended, TrialFigures::seconds),
                epochs,
                spread(ended, TrialFigures::trainLoss),
                spread(ended, TrialFigures::validationLoss),
                spread(ended, TrialFigures::accuracy),
                spread(ended, TrialFigures::objective));
    }

    private static Spread spread(List<TrialFigures> rows, Function<TrialFigures, OptionalDouble> value) {
        return Spread.of(rows.stream().map(value).toList());
    }

    private static OptionalDouble asDouble(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }
}
