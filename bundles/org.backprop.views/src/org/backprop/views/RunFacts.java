package org.backprop.views;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;

/**
 * The figures of a run that a table or title shows.
 *
 * @param folder the run folder
 * @param name the run's name
 * @param model name of the model file without its folder, or the empty text if it was not recorded
 * @param outcome its state
 * @param paused whether it runs, but waits because it was told to
 * @param message remark of the trainer, such as why it failed
 * @param start when training began
 * @param duration from the start to the end, or to now while it runs
 * @param epochs completed epochs
 * @param plannedEpochs planned epochs, 0 if unknown
 * @param bestAccuracy greatest accuracy on the validation data, 0 to 1
 * @param lowestLoss smallest loss on the validation data
 */
public record RunFacts(
        Path folder,
        String name,
        String model,
        Outcome outcome,
        boolean paused,
        Optional<String> message,
        Optional<Instant> start,
        Optional<Duration> duration,
        int epochs,
        int plannedEpochs,
        OptionalDouble bestAccuracy,
        OptionalDouble lowestLoss) {
    /** The facts at the time {@code now}. */
    public static RunFacts of(RunSnapshot run, Instant now) {
        Optional<RunInfo> info = run.info();
        return new RunFacts(
                run.folder(),
                run.name(),
                info.map(known -> fileName(known.model().file())).orElse(""),
                run.outcome(),
                run.isPaused(),
                info.flatMap(RunInfo::message),
                info.map(RunInfo::start),
                info.flatMap(known -> duration(known, run.outcome(), now)),
                run.epochs(),
                info.map(RunInfo::plan).map(Plan::epochs).orElse(0),
                finite(run.scalar(Tags.VALIDATION_ACCURACY).maximum()),
                finite(run.scalar(Tags.VALIDATION_LOSS).minimum()));
    }

    /** Its state in words. */
    public String state() {
        return paused ? Messages.state_paused : Figures.state(outcome);
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Empty for a run that disappeared: nobody knows when. */
    private static Optional<Duration> duration(RunInfo info, Outcome outcome, Instant now) {
        Optional<Instant> end = outcome == Outcome.RUNNING ? Optional.of(now) : info.end();
        return end.map(info::until);
    }

    private static OptionalDouble finite(float value) {
        return Float.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
