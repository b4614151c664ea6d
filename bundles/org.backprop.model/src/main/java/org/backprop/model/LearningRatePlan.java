package org.backprop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The learning rate that a model plans for each update of its training, without what a metric or a command changes.
 *
 * @param training the training; its optimizer has a learning rate
 * @param updatesPerEpoch updates in an epoch, at least 1
 */
public record LearningRatePlan(TrainingSection training, long updatesPerEpoch) {

    /**
     * The plan of a training.
     *
     * @param samples samples of the training set, at least 1
     * @return empty if the optimizer is a minimizer, which has no learning rate
     */
    public static Optional<LearningRatePlan> of(TrainingSection training, int samples) {
        if (training.optimizer() instanceof MinimizerSpec) {
            return Optional.empty();
        }
        int batches = Batching.of(training, samples).stepsPerEpoch();
        return Optional.of(new LearningRatePlan(training, Math.ceilDiv(batches, training.accumulate())));
    }

    /** Number of updates in the whole training. */
    public long updates() {
        return updatesPerEpoch * training.epochs();
    }

    /** The learning rate of an update, from 0. */
    public double rate(long update) {
        double base = training.optimizer().learningRate();
        return training.schedule()
                .map(schedule -> schedule.rate(update, updatesPerEpoch, updates(), base))
                .orElse(base);
    }

    /** Number of updates, at most all, over which the rate first climbs. */
    public long warmup() {
        long planned = training.schedule().orElse(null) instanceof TimedSchedule timed
                ? timed.warmup() * (timed.by() == Counting.EPOCH ? updatesPerEpoch : 1)
                : 0;
        return Math.min(planned, updates());
    }

    /**
     * The updates, from 0, at which the rate starts again at the top.
     *
     * @param most how many are wanted at most
     */
    public List<Long> restarts(int most) {
        List<Long> found = new ArrayList<>();
        if (training.schedule().orElse(null) instanceof CosineRestartsSchedule schedule) {
            int all = schedule.restarts(updates() - 1, updatesPerEpoch);
            for (int number = 1; number <= Math.min(all, most); number++) {
                found.add(first(schedule, number));
            }
        }
        return found;
    }

    private long first(CosineRestartsSchedule schedule, int restarts) {
        long low = 0;
        long high = updates() - 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (schedule.restarts(middle, updatesPerEpoch) < restarts) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
