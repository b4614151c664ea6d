package org.backprop.runlog.sweep;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/**
 * What a trial has reached so far.
 *
 * @param epochs epochs that are done
 * @param seconds of training
 * @param epochsToTarget first epoch after which the target was reached
 * @param trainLoss lowest mean of the training loss over an epoch
 * @param validationLoss lowest loss on the validation data
 * @param accuracy last accuracy on the validation data, or on the training data where there are none
 * @param objective best value of the series that trials are ranked by
 */
public record TrialFigures(
        int epochs,
        OptionalDouble seconds,
        OptionalInt epochsToTarget,
        OptionalDouble trainLoss,
        OptionalDouble validationLoss,
        OptionalDouble accuracy,
        OptionalDouble objective) {
    /** Nothing yet. */
    public static final TrialFigures NONE = new TrialFigures(
            0,
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    private static final String TRAIN_LOSS = "loss/train";

    /** The figures of a run as a trial of a sweep. */
    public static TrialFigures of(RunSnapshot run, Trial trial, SweepPlan plan) {
        Series accuracy = run.scalar("accuracy/validation");
        return new TrialFigures(
                run.scalar("epoch").size(),
                seconds(run, trial),
                plan.target().map(target -> epochsToTarget(run, target)).orElse(OptionalInt.empty()),
                epochLoss(run),
                finite(run.scalar("loss/validation").minimum()),
                last(accuracy.isEmpty() ? run.scalar("accuracy/train") : accuracy),
                best(run, plan.objective()));
    }

    private static OptionalDouble seconds(RunSnapshot run, Trial trial) {
        Series steps = run.scalar(TRAIN_LOSS);
        return steps.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(TrialClock.of(run, trial.resumed())
                        .at(Math.max(steps.wallTime(steps.size() - 1), lastWallTime(run.scalar("epoch")))));
    }

    private static double lastWallTime(Series series) {
        return series.isEmpty() ? 0 : series.wallTime(series.size() - 1);
    }

    private static OptionalInt epochsToTarget(RunSnapshot run, Target target) {
        Series series = run.scalar(target.goal().metric());
        boolean perStep = target.goal().metric().equals(TRAIN_LOSS);
        Series epochs = run.scalar("epoch");
        for (int i = 0; i < series.size(); i++) {
            int epoch = epochs.firstAtOrAfter(series.step(i));
            if (!perStep && target.goal().reaches(series.value(i), (float) target.value())) {
                return OptionalInt.of(epoch < epochs.size() ? (int) epochs.value(epoch) : i + 1);
            }
        }
        return perStep ? lossToTarget(run, target.value()) : OptionalInt.empty();
    }

    private static OptionalInt lossToTarget(RunSnapshot run, double value) {
        double[] means = epochLosses(run);
        for (int i = 0; i < means.length; i++) {
            if (means[i] <= value) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalDouble best(RunSnapshot run, Goal goal) {
        if (goal.metric().equals(TRAIN_LOSS)) {
            return epochLoss(run);
        }
        Series series = run.scalar(goal.metric());
        return finite(goal.moreIsBetter() ? series.maximum() : series.minimum());
    }

    private static OptionalDouble epochLoss(RunSnapshot run) {
        OptionalDouble least = OptionalDouble.empty();
        for (double mean : epochLosses(run)) {
            if (Double.isFinite(mean) && (least.isEmpty() || mean < least.getAsDouble())) {
                least = OptionalDouble.of(mean);
            }
        }
        return least;
    }

    /** The mean of the batches' losses for each epoch that is done. */
    public static double[] epochLosses(RunSnapshot run) {
        long perEpoch = Optional.of(run)
                .flatMap(RunSnapshot::info)
                .map(RunInfo::plan)
                .map(Plan::stepsPerEpoch)
                .orElse(0L);
        Series steps = run.scalar(TRAIN_LOSS);
        int epochs = perEpoch == 0 ? 0 : Math.min(run.scalar("epoch").size(), (int) (steps.size() / perEpoch) + 1);
        double[] sums = new double[epochs];
        int[] counts = new int[epochs];
        for (int i = 0; i < steps.size(); i++) {
            long epoch = Math.max(0, steps.step(i) - 1) / Math.max(1, perEpoch);
            if (epoch < epochs) {
                sums[(int) epoch] += steps.value(i);
                counts[(int) epoch]++;
            }
        }
        for (int i = 0; i < epochs; i++) {
            sums[i] /= counts[i];
        }
        return sums;
    }

    private static OptionalDouble last(Series series) {
        return series.isEmpty() ? OptionalDouble.empty() : finite(series.lastValue());
    }

    private static OptionalDouble finite(float value) {
        return Float.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
