package org.backprop.runlog.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A sweep as comma-separated values after RFC 4180. The first column says what a row is: a {@code trial}, or the {@code
 * mean} or the {@code deviation} of a setting over its seeds.
 */
public final class SweepCsv {
    private static final List<String> COLUMNS = List.of(
            "epochs",
            "seconds",
            "epochs_to_target",
            "best_train_loss",
            "best_validation_loss",
            "final_accuracy",
            "objective",
            "message");

    private SweepCsv() {}

    /** The text, with a header; a cell without a value is empty. */
    public static String of(SweepSnapshot sweep) {
        StringBuilder csv = new StringBuilder();
        List<String> header = new ArrayList<>(List.of("row", "trial", "state"));
        header.addAll(sweep.paths());
        header.addAll(List.of("seed", "run"));
        header.addAll(COLUMNS);
        append(csv, header);
        sweep.rows().forEach(row -> append(csv, trial(sweep, row)));
        for (TrialGroup group : sweep.groups()) {
            append(csv, group(sweep, group, "mean", Spread::mean));
            append(csv, group(sweep, group, "deviation", Spread::deviation));
        }
        return csv.toString();
    }

    private static List<String> trial(SweepSnapshot sweep, TrialRow row) {
        Trial trial = row.trial();
        TrialFigures figures = row.figures();
        List<String> cells = new ArrayList<>(
                List.of("trial", Integer.toString(trial.number()), row.state().name()));
        sweep.paths().forEach(path -> cells.add(trial.settings().getOrDefault(path, "")));
        cells.add(Long.toString(trial.seed()));
        cells.add(trial.run().orElse(""));
        cells.add(Integer.toString(figures.epochs()));
        cells.add(text(figures.seconds()));
        cells.add(text(figures.epochsToTarget()));
        cells.add(text(figures.trainLoss()));
        cells.add(text(figures.validationLoss()));
        cells.add(text(figures.accuracy()));
        cells.add(text(figures.objective()));
        cells.add(trial.message().orElse(""));
        return cells;
    }

    private static List<String> group(
            SweepSnapshot sweep, TrialGroup group, String kind, Function<Spread, Double> value) {
        List<String> cells = new ArrayList<>(List.of(kind, "", group.ended() + " of " + group.planned()));
        sweep.paths().forEach(path -> cells.add(group.settings().getOrDefault(path, "")));
        cells.addAll(List.of("", "", ""));
        for (Spread spread : List.of(
                group.seconds(),
                group.epochsToTarget(),
                group.trainLoss(),
                group.validationLoss(),
                group.accuracy(),
                group.objective())) {
            double number = value.apply(spread);
            cells.add(Double.isFinite(number) ? Double.toString(number) : "");
        }
        cells.add("");
        return cells;
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    private static void append(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(SweepCsv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
