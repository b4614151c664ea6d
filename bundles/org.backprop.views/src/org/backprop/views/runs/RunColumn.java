package org.backprop.views.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.function.Function;

import org.backprop.views.Figures;
import org.backprop.views.RunFacts;

/** The columns of the Runs view. */
enum RunColumn {
    NAME(Messages.column_name, 130, false, RunFacts::name, by(RunFacts::name)),
    STATE(Messages.column_state, 110, false, RunFacts::state, by(RunFacts::outcome)),
    EPOCHS(Messages.column_epochs, 80, true, Figures::epochs, by(RunFacts::epochs)),
    ACCURACY(
            Messages.column_accuracy,
            110,
            true,
            run -> Figures.percent(run.bestAccuracy()),
            by(run -> run.bestAccuracy().orElse(Double.NEGATIVE_INFINITY))),
    LOSS(
            Messages.column_loss,
            110,
            true,
            run -> Figures.loss(run.lowestLoss()),
            by(run -> run.lowestLoss().orElse(Double.POSITIVE_INFINITY))),
    STARTED(Messages.column_started, 160, false, RunColumn::started, by(run -> millis(run))),
    DURATION(Messages.column_duration, 80, true, RunColumn::duration, by(run -> seconds(run))),
    MODEL(Messages.column_model, 150, false, RunFacts::model, by(RunFacts::model));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final String title;
    private final int width;
    private final boolean number;
    private final Function<RunFacts, String> text;
    private final Comparator<RunFacts> order;

    RunColumn(String title, int width, boolean number, Function<RunFacts, String> text, Comparator<RunFacts> order) {
        this.title = title;
        this.width = width;
        this.number = number;
        this.text = text;
        this.order = order;
    }

    String title() {
        return title;
    }

    /** Width in pixels before the user changes it. */
    int width() {
        return width;
    }

    /** Whether the column holds numbers, which are aligned to the right. */
    boolean isNumber() {
        return number;
    }

    String text(RunFacts run) {
        return text.apply(run);
    }

    /** Ascending order of this column. */
    Comparator<RunFacts> order() {
        return order;
    }

    private static <T extends Comparable<T>> Comparator<RunFacts> by(Function<RunFacts, T> key) {
        return Comparator.comparing(key);
    }

    private static String started(RunFacts run) {
        return run.start()
                .map(start -> TIME.format(start.atZone(ZoneId.systemDefault())))
                .orElse("");
    }

    private static String duration(RunFacts run) {
        return run.duration().map(Figures::duration).orElse("");
    }

    private static long millis(RunFacts run) {
        return run.start().map(start -> start.toEpochMilli()).orElse(Long.MIN_VALUE);
    }

    private static long seconds(RunFacts run) {
        return run.duration().map(duration -> duration.toSeconds()).orElse(-1L);
    }
}
