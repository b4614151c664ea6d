package org.backprop.core.launch;

import java.time.Duration;
import java.util.Optional;

import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/**
 * How far a training is.
 *
 * @param fraction done part of the planned steps, 0 to 1
 * @param epoch the epoch at work, from 1 on
 * @param epochs planned epochs
 * @param left time left at the speed of the last steps; empty until there are two
 */
public record TrainingProgress(double fraction, int epoch, int epochs, Optional<Duration> left) {
    private static final String TAG = "loss/train";
    private static final int SPEED_POINTS = 200;

    /** Returns the progress of {@code run}; empty as long as its plan or its first step is not recorded. */
    public static Optional<TrainingProgress> of(RunSnapshot run) {
        Plan plan = run.info().map(RunInfo::plan).orElse(new Plan(0, 0, 0));
        Series losses = run.scalar(TAG);
        if (plan.steps() == 0 || losses.isEmpty()) {
            return Optional.empty();
        }
        long done = Math.min(losses.lastStep(), plan.steps());
        long epoch = Math.min(done / plan.stepsPerEpoch() + 1, plan.epochs());
        return Optional.of(new TrainingProgress(
                (double) done / plan.steps(), (int) epoch, plan.epochs(), left(losses, plan.steps() - done)));
    }

    private static Optional<Duration> left(Series losses, long steps) {
        int last = losses.size() - 1;
        int first = Math.max(0, losses.size() - SPEED_POINTS);
        double seconds = losses.wallTime(last) - losses.wallTime(first);
        long done = losses.step(last) - losses.step(first);
        return done > 0 && seconds > 0
                ? Optional.of(Duration.ofMillis((long) (1000 * steps * seconds / done)))
                : Optional.empty();
    }
}
