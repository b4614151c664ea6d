package org.backprop.engine.cli.sweep;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.backprop.engine.cli.text.TextTable;
import org.backprop.runlog.sweep.SettingText;
import org.backprop.runlog.sweep.Spread;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.TrialFigures;
import org.backprop.runlog.sweep.TrialGroup;
import org.backprop.runlog.sweep.TrialRow;

/** A sweep as text in columns. */
final class SweepTable {
    private static final int PERCENT = 100;

    private SweepTable() {}

    /** One trial on a line. */
    static String line(TrialRow row, int planned) {
        TrialFigures figures = row.figures();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "trial %d/%d  %s  seed %d  %s  epoch %d/%d",
                row.trial().number(),
                planned,
                SettingText.of(row.trial().settings()),
                row.trial().seed(),
                state(row),
                figures.epochs(),
                row.trial().epochs()));
        add(line, "train loss", loss(figures.trainLoss()));
        add(line, "validation loss", loss(figures.validationLoss()));
        add(line, "accuracy", percent(figures.accuracy()));
        row.trial().message().ifPresent(message -> line.append("  ").append(message));
        return line.toString();
    }

    private static void add(StringBuilder line, String label, String value) {
        if (!value.equals("-")) {
            line.append("  ").append(label).append(' ').append(value);
        }
    }

    /** All trials. */
    static String trials(SweepSnapshot sweep) {
        TextTable lines = new TextTable(1);
        lines.line(
                "trial",
                "setting",
                "seed",
                "state",
                "epochs",
                "time",
                "epochs to target",
                "best train loss",
                "best validation loss",
                "final accuracy");
        for (TrialRow row : sweep.rows()) {
            TrialFigures figures = row.figures();
            lines.line(
                    Integer.toString(row.trial().number()),
                    SettingText.of(row.trial().settings()),
                    Long.toString(row.trial().seed()),
                    state(row),
                    Integer.toString(figures.epochs()),
                    seconds(figures.seconds()),
                    epochs(figures.epochsToTarget()),
                    loss(figures.trainLoss()),
                    loss(figures.validationLoss()),
                    percent(figures.accuracy()));
        }
        return lines.toString();
    }

    /** The settings, mean and standard deviation over their seeds, the best first. */
    static String groups(SweepSnapshot sweep) {
        int number = 0;
        TextTable lines = new TextTable(1);
        lines.line(
                "rank",
                "setting",
                "trials",
                "time",
                "epochs to target",
                "best train loss",
                "best validation loss",
                "final accuracy");
        for (TrialGroup group : sweep.groups()) {
            lines.line(
                    Integer.toString(++number),
                    SettingText.of(group.settings()),
                    group.ended() + "/" + group.planned(),
                    spread("%.1f", group.seconds(), 1, " s"),
                    spread("%.1f", group.epochsToTarget(), 1, ""),
                    spread("%.4f", group.trainLoss(), 1, ""),
                    spread("%.4f", group.validationLoss(), 1, ""),
                    spread("%.2f", group.accuracy(), PERCENT, " %"));
        }
        return lines.toString();
    }

    private static String state(TrialRow row) {
        return row.state().name().toLowerCase(Locale.ROOT);
    }

    /** Mean and deviation, which a single value does not have. */
    private static String spread(String format, Spread spread, int factor, String unit) {
        String mean = String.format(Locale.ROOT, format, spread.mean() * factor);
        return switch (spread.count()) {
            case 0 -> "-";
            case 1 -> mean + unit;
            default -> mean + " \u00b1 " + String.format(Locale.ROOT, format, spread.deviation() * factor) + unit;
        };
    }

    private static String seconds(OptionalDouble value) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f s", value.getAsDouble());
    }

    private static String epochs(OptionalInt value) {
        return value.isEmpty() ? "-" : Integer.toString(value.getAsInt());
    }

    private static String loss(OptionalDouble value) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.4f", value.getAsDouble());
    }

    private static String percent(OptionalDouble value) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f %%", PERCENT * value.getAsDouble());
    }
}
