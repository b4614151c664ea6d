package org.backprop.model;

import java.util.Optional;

import org.backprop.model.SelfChecking.Inconsistency;

/** Removes a few weights every few updates, along a curve; after the last removal the training recovers. */
public sealed interface GradualPruning extends PruningScheduleSpec permits LinearPruning, CubicPruning {

    /** The one-line description of {@link #begin}. */
    String BEGIN = "Epochs or updates of training before the first removal.";

    /** The one-line description of {@link #end}. */
    String END = "Epochs or updates of training before the last removal. Default: three quarters of the training.";

    /** The one-line description of {@link #recovery}. */
    String RECOVERY = "Epochs or updates of training after the last removal, in place of end.";

    /** The one-line description of {@link #every}. */
    String EVERY = "Epochs or updates from one removal to the next.";

    /** The one-line description of {@link #initialSparsity}. */
    String INITIAL = "Sparsity of the first removal.";

    /** Time of the first removal. */
    double begin();

    /** Time of the last removal; absent for three quarters of the training. */
    Optional<Double> end();

    /** Time after the last removal, in place of its time; absent for none. */
    Optional<Double> recovery();

    /** Time between two removals. */
    double every();

    /** Sparsity of the first removal. */
    double initialSparsity();

    /**
     * The curve.
     *
     * @param time from 0 to 1
     * @return from 0 to 1
     */
    double curve(double time);

    private long first(long perEpoch, long planned) {
        return updates(begin(), perEpoch, planned);
    }

    private long last(long perEpoch, long planned) {
        long last;
        if (end().isPresent()) {
            last = updates(end().get(), perEpoch, planned);
        } else if (recovery().isPresent()) {
            last = planned - Math.max(1, updates(recovery().get(), perEpoch, planned));
        } else {
            last = planned * 3 / 4;
        }
        return Math.max(last, first(perEpoch, planned));
    }

    @Override
    default long next(long updates, long perEpoch, long planned, double target) {
        long first = first(perEpoch, planned);
        long last = last(perEpoch, planned);
        if (updates <= first) {
            return first;
        }
        if (updates > last) {
            return NEVER;
        }
        long period = Math.max(1, updates(every(), perEpoch, planned));
        return Math.min(last, first + Math.ceilDiv(updates - first, period) * period);
    }

    @Override
    default double progress(long updates, long perEpoch, long planned) {
        long first = first(perEpoch, planned);
        long last = last(perEpoch, planned);
        if (updates >= last) {
            return 1;
        }
        return updates < first ? 0 : (double) (updates - first) / (last - first);
    }

    @Override
    default double sparsity(long updates, long perEpoch, long planned, double target) {
        if (updates < first(perEpoch, planned)) {
            return 0;
        }
        return initialSparsity() + (target - initialSparsity()) * shareOfThreshold(updates, perEpoch, planned);
    }

    @Override
    default double shareOfThreshold(long updates, long perEpoch, long planned) {
        return curve(progress(updates, perEpoch, planned));
    }

    /** What contradicts itself in a schedule. */
    static Optional<Inconsistency> inconsistency(GradualPruning schedule) {
        if (schedule.end().isPresent() && schedule.recovery().isPresent()) {
            return Optional.of(
                    new Inconsistency("recovery", "contradicts end, which says when the last removal is: remove one"));
        }
        return schedule.end()
                .filter(end -> end < schedule.begin())
                .map(end -> new Inconsistency(
                        "end", "must not be before begin, which is " + schedule.begin() + ", is " + end));
    }
}
