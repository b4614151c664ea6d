package org.backprop.views.sweep;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.sweep.SettingText;
import org.backprop.runlog.sweep.Spread;
import org.backprop.runlog.sweep.TrialFigures;
import org.backprop.runlog.sweep.TrialGroup;
import org.backprop.runlog.sweep.TrialState;
import org.backprop.views.Figures;
import org.backprop.views.tables.Column;
import org.eclipse.osgi.util.NLS;

/** The columns of both tables. */
final class Columns {
    /** Those of the trials. */
    static final List<Column<Row>> TRIALS = List.of(
            new Column<>(
                    Messages.column_trial,
                    55,
                    true,
                    row -> Integer.toString(row.number()),
                    Comparator.comparing(Row::number)),
            new Column<>(Messages.column_setting, 250, false, Columns::setting, Comparator.comparing(Columns::setting)),
            new Column<>(
                    Messages.column_seed,
                    50,
                    true,
                    row -> Long.toString(row.row().trial().seed()),
                    Comparator.comparing(row -> row.row().trial().seed())),
            new Column<>(
                    Messages.column_state,
                    105,
                    false,
                    row -> state(row.row().state()),
                    Comparator.comparing(row -> row.row().state())),
            new Column<>(
                    Messages.column_epochs,
                    65,
                    true,
                    row -> NLS.bind(
                            Messages.epochs_of,
                            row.row().figures().epochs(),
                            row.row().trial().epochs()),
                    Comparator.comparing(row -> row.row().figures().epochs())),
            number(Messages.column_time, 60, TrialFigures::seconds, Columns::time),
            number(
                    Messages.column_toTarget,
                    140,
                    figures -> asDouble(figures.epochsToTarget()),
                    value -> value.isEmpty() ? "" : Integer.toString((int) value.getAsDouble())),
            number(Messages.column_trainLoss, 130, TrialFigures::trainLoss, Figures::loss),
            number(Messages.column_validationLoss, 165, TrialFigures::validationLoss, Figures::loss),
            number(Messages.column_accuracy, 120, TrialFigures::accuracy, Figures::percent));

    /** Those of the settings. */
    static final List<Column<Group>> GROUPS = List.of(
            new Column<>(
                    Messages.column_rank,
                    55,
                    true,
                    group -> Integer.toString(group.rank()),
                    Comparator.comparing(Group::rank)),
            new Column<>(
                    Messages.column_setting,
                    250,
                    false,
                    group -> SettingText.of(group.group().settings()),
                    Comparator.comparing(group -> SettingText.of(group.group().settings()))),
            new Column<>(
                    Messages.column_trials,
                    60,
                    true,
                    group -> NLS.bind(
                            Messages.epochs_of,
                            group.group().ended(),
                            group.group().planned()),
                    Comparator.comparing(group -> group.group().ended())),
            spread(Messages.column_time, 105, TrialGroup::seconds, Columns::time),
            spread(
                    Messages.column_toTarget,
                    140,
                    TrialGroup::epochsToTarget,
                    value -> String.format(Locale.ROOT, "%.1f", value.getAsDouble())),
            spread(Messages.column_trainLoss, 135, TrialGroup::trainLoss, Figures::loss),
            spread(Messages.column_validationLoss, 165, TrialGroup::validationLoss, Figures::loss),
            spread(Messages.column_accuracy, 140, TrialGroup::accuracy, Figures::percent));

    private Columns() {}

    /** A state in words. */
    static String state(TrialState state) {
        return switch (state) {
            case WAITING -> Messages.state_waiting;
            case SKIPPED -> Messages.state_skipped;
            case RUNNING, COMPLETED, STOPPED, FAILED, INTERRUPTED -> Figures.state(Outcome.valueOf(state.name()));
        };
    }

    private static String setting(Row row) {
        return SettingText.of(row.row().trial().settings());
    }

    private static Column<Row> number(
            String title,
            int width,
            Function<TrialFigures, OptionalDouble> value,
            Function<OptionalDouble, String> text) {
        return new Column<>(
                title,
                width,
                true,
                row -> text.apply(value.apply(row.row().figures())),
                Comparator.comparing(row -> value.apply(row.row().figures()).orElse(Double.POSITIVE_INFINITY)));
    }

    private static Column<Group> spread(
            String title, int width, Function<TrialGroup, Spread> value, Function<OptionalDouble, String> text) {
        return new Column<>(
                title,
                width,
                true,
                group -> spread(value.apply(group.group()), text),
                Comparator.comparing(group -> value.apply(group.group()).mean()));
    }

    /** Mean and deviation, which a single value does not have. */
    private static String spread(Spread spread, Function<OptionalDouble, String> text) {
        String mean = spread.count() == 0 ? "" : text.apply(OptionalDouble.of(spread.mean()));
        return spread.count() < 2
                ? mean
                : NLS.bind(
                        Messages.spread,
                        mean.replaceFirst(" (%|s)$", ""),
                        text.apply(OptionalDouble.of(spread.deviation())));
    }

    private static OptionalDouble asDouble(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }

    private static String time(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return "";
        }
        return seconds.getAsDouble() < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds.getAsDouble())
                : Figures.duration(Duration.ofMillis((long) (seconds.getAsDouble() * 1000)));
    }
}
