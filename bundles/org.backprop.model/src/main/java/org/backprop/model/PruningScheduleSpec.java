package org.backprop.model;

/**
 * When weights are removed, and how many. A schedule is a pure function of the number of updates, so that it can be drawn
 * without training. Times are numbers of updates that have been made; in all methods {@code perEpoch} is the number of
 * updates in an epoch, at least 1, and {@code planned} that of the whole training. Nothing is removed after the last update.
 */
public sealed interface PruningScheduleSpec permits OneShotPruning, IterativePruning, GradualPruning {

    /** The time that never comes. */
    long NEVER = Long.MAX_VALUE;

    /** The one-line description of {@link #by}. */
    String BY = "What the schedule counts: epochs, which may be fractions, or updates.";

    /** What the times of the schedule count. */
    Counting by();

    /**
     * When weights are removed next.
     *
     * @param updates the time now; what is due now is next
     * @param target the sparsity in the end; 1 if it ends by a threshold
     * @return {@link #NEVER} if they are no more
     */
    long next(long updates, long perEpoch, long planned, double target);

    /** The sparsity that is due at a time. */
    double sparsity(long updates, long perEpoch, long planned, double target);

    /** The part of the threshold that is due at a time, in [0, 1]. */
    double shareOfThreshold(long updates, long perEpoch, long planned);

    /** How far the time between the first and the last removal has passed, in [0, 1]. */
    double progress(long updates, long perEpoch, long planned);

    /** A time of the file in updates, within the training. */
    default long updates(double time, long perEpoch, long planned) {
        double updates = by() == Counting.EPOCH ? time * perEpoch : time;
        return Math.clamp(Math.round(updates), 0, Math.max(0, planned - 1));
    }
}
