package org.backprop.model;

import java.util.Optional;

/**
 * Removes all at once; the rest of the training recovers from it.
 *
 * @param at epochs or updates of training before it; absent for half of the training
 * @param by what it counts
 */
@SpecType(
        key = "one_shot",
        doc = "Removes all at once; the rest of the training recovers from it.",
        formula = "s_t = 0 before t = at, sparsity from then on",
        source = "LeCun, Denker and Solla 1990")
public record OneShotPruning(
        @SpecParameter(
                doc = "Epochs or updates of training before it. Default: half of the training.",
                byDefault = "",
                min = 0,
                max = TimedSchedule.MOST,
                main = true)
        Optional<Double> at,

        @SpecParameter(doc = PruningScheduleSpec.BY, byDefault = "epoch")
        Counting by)
        implements PruningScheduleSpec {

    private long time(long perEpoch, long planned) {
        return at.isPresent() ? updates(at.get(), perEpoch, planned) : planned / 2;
    }

    @Override
    public long next(long updates, long perEpoch, long planned, double target) {
        long time = time(perEpoch, planned);
        return updates <= time ? time : NEVER;
    }

    @Override
    public double sparsity(long updates, long perEpoch, long planned, double target) {
        return target * shareOfThreshold(updates, perEpoch, planned);
    }

    @Override
    public double shareOfThreshold(long updates, long perEpoch, long planned) {
        return updates < time(perEpoch, planned) ? 0 : 1;
    }

    @Override
    public double progress(long updates, long perEpoch, long planned) {
        return 0;
    }
}
