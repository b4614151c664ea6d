package org.backprop.engine.cli.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {
            "trial",
            "setting",
            "seed",
            "state",
            "epochs",
            "time",
            "epochs to target",
            "best train loss",
            "best validation loss",
            "final accuracy"
        });
        for (TrialRow row : sweep.rows()) {
            TrialFigures figures = row.figures();
            lines.add(new String[] {
                Integer.toString(row.trial().number()),
                SettingText.of(row.trial().settings()),
                Long.toString(row.trial().seed()),
                state(row),
                Integer.toString(figures.epochs()),
                seconds(figures.seconds()),
                epochs(figures.epochsToTarget()),
                loss(figures.trainLoss()),
                loss(figures.validationLoss()),
                percent(figures.accuracy())
            });
        }
        return columns(lines);
    }

    /** The settings, mean and standard deviation over their seeds, the best first. */
    static String groups(SweepSnapshot sweep) {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {
            "rank",
            "setting",
            "trials",
            "time",
            "epochs to target",
            "best train loss",
            "best validation loss",
            "final accuracy"
        });
        for (TrialGroup group : sweep.groups()) {
            lines.add(new String[] {
                Integer.toString(lines.size()),
                SettingText.of(group.settings()),
                group.ended() + "/" + group.planned(),
                spread("%.1f", group.seconds(), 1, " s"),
                spread("%.1f", group.epochsToTarget(), 1, ""),
                spread("%.4f", group.trainLoss(), 1, ""),
                spread("%.4f", group.validationLoss(), 1, ""),
                spread("%.2f", group.accuracy(), PERCENT, " %")
            });
        }
        return columns(lines);
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

    /** The second column is text and stands left, the others right. */
    private static String columns(List<String[]> lines) {
        int[] widths = new int[lines.getFirst().length];
        for (String[] line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] line : lines) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String format = "%" + (i == 1 ? "-" : "") + widths[i] + "s  ";
                one.append(String.format(Locale.ROOT, format, line[i]));
            }
            text.append(one.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }
}
