package org.backprop.views.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.SweptFrom;
import org.backprop.views.Figures;
import org.backprop.views.tables.Column;

/** The columns that every run has a value for, whatever its model says. */
final class RunColumns {
    /** Shown until the user chooses others. */
    static final List<String> DEFAULT =
            List.of("name", "state", "epochs", "accuracy", "loss", "started", "duration", "model");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /** All of them. */
    static final List<RunColumn> FIXED = List.of(
            text("name", Messages.column_name, 130, row -> row.facts().name()),
            new RunColumn(
                    "state",
                    "",
                    new Column<>(
                            Messages.column_state,
                            110,
                            false,
                            row -> row.facts().state(),
                            Comparator.comparing(row -> row.facts().outcome()))),
            number("epochs", Messages.column_epochs, 80, row -> Figures.epochs(row.facts()), row ->
                    (double) row.facts().epochs()),
            number(
                    "accuracy",
                    Messages.column_accuracy,
                    110,
                    row -> Figures.percent(row.facts().bestAccuracy()),
                    row -> row.facts().bestAccuracy().orElse(Double.NEGATIVE_INFINITY)),
            number(
                    "loss",
                    Messages.column_loss,
                    110,
                    row -> Figures.loss(row.facts().lowestLoss()),
                    row -> row.facts().lowestLoss().orElse(Double.POSITIVE_INFINITY)),
            new RunColumn(
                    "started",
                    "",
                    new Column<>(
                            Messages.column_started,
                            160,
                            false,
                            row -> row.facts().start().map(TIME::format).orElse(""),
                            Comparator.comparing(row -> row.facts().start().orElse(Instant.MIN)))),
            number(
                    "duration",
                    Messages.column_duration,
                    80,
                    row -> row.facts().duration().map(Figures::duration).orElse(""),
                    row -> row.facts()
                            .duration()
                            .map(Duration::toMillis)
                            .orElse(-1L)
                            .doubleValue()),
            text("model", Messages.column_model, 150, row -> row.facts().model()),
            text("project", Messages.column_project, 120, RunRow::project),
            text(
                    "tags",
                    Messages.column_tags,
                    120,
                    row -> String.join(", ", row.run().notes().tags())),
            text(
                    "notes",
                    Messages.column_notes,
                    200,
                    row -> row.run().notes().text().replace('\n', ' ')),
            key("optimizer", Messages.column_optimizer),
            key("learning_rate", Messages.column_learningRate),
            key("batch_size", Messages.column_batchSize),
            RunColumn.value(
                    "seed",
                    Messages.column_seed,
                    "",
                    row -> info(row).map(info -> Long.toString(info.seed())).orElse("")),
            text(
                    "device",
                    Messages.column_device,
                    150,
                    row -> info(row).map(info -> info.environment().device()).orElse("")),
            text(
                    "sweep",
                    Messages.column_sweep,
                    150,
                    row -> info(row)
                            .flatMap(RunInfo::trial)
                            .map(SweptFrom::sweep)
                            .orElse("")),
            text(
                    "folder",
                    Messages.column_folder,
                    200,
                    row -> row.facts().folder().toString()));

    private RunColumns() {}

    /** A hyperparameter that has another path for each optimizer. */
    private static RunColumn key(String key, String title) {
        return RunColumn.value(
                key, title, key, row -> row.texts().parameters().endingWith(key).orElse(""));
    }

    private static RunColumn text(String id, String title, int width, Function<RunRow, String> text) {
        return new RunColumn(
                id,
                "",
                new Column<>(title, width, false, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER)));
    }

    private static RunColumn number(
            String id, String title, int width, Function<RunRow, String> text, Function<RunRow, Double> value) {
        return new RunColumn(id, "", new Column<>(title, width, true, text, Comparator.comparing(value)));
    }

    private static Optional<RunInfo> info(RunRow row) {
        return row.run().info();
    }
}
