package org.backprop.model;

import java.util.Optional;

/**
 * Trains, removes a part of the weights, trains again, and so on. Han et al., NIPS 2015; with {@code rewind}, the weights that
 * stay go back to what they were early in the training (Frankle and Carbin: "The lottery ticket hypothesis", ICLR 2019).
 *
 * @param fraction part of the weights that are left that a round removes
 * @param every epochs or updates of training before each round
 * @param rounds greatest number of rounds; absent for as many as the sparsity needs
 * @param rewind epochs or updates after which the weights are kept that each round goes back to, 0 for the initial ones; absent
 *     for not at all
 * @param by what it counts
 */
@SpecType(
        key = "iterative",
        doc = "Trains, removes a part of the weights that are left, trains again, until the sparsity is reached.",
        formula = "s_r = min(sparsity, 1 - (1 - fraction)^r) in round r, at t = r every",
        source = "Han et al. 2015 (arXiv:1506.02626); rewinding: Frankle and Carbin 2019 (arXiv:1803.03635)")
public record IterativePruning(
        @SpecParameter(
                doc = "Part of the weights that are left that a round removes.",
                byDefault = "0.2",
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true,
                main = true)
        double fraction,

        @SpecParameter(
                doc = "Epochs or updates of training before each round.",
                byDefault = "1",
                min = 0,
                minExclusive = true,
                max = TimedSchedule.MOST)
        double every,

        @SpecParameter(
                doc = "Greatest number of rounds. Default: as many as the sparsity needs.",
                byDefault = "",
                min = 1,
                max = TimedSchedule.MOST,
                unit = "rounds")
        Optional<Integer> rounds,

        @SpecParameter(
                doc =
                        "Epochs or updates after which the weights are kept that each round goes back to; 0 for the initial ones. Default: none.",
                byDefault = "",
                min = 0,
                max = TimedSchedule.MOST)
        Optional<Double> rewind,

        @SpecParameter(doc = PruningScheduleSpec.BY, byDefault = "epoch")
        Counting by)
        implements PruningScheduleSpec, SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        return rewind.filter(time -> time > every)
                .map(time ->
                        new Inconsistency("rewind", "must not be after the first round, at " + every + ", is " + time));
    }

    private long period(long perEpoch, long planned) {
        return Math.max(1, updates(every, perEpoch, planned));
    }

    /** Number of rounds to a sparsity. */
    private long lastRound(double target) {
        double needed = Math.ceil(Math.log1p(-target) / Math.log1p(-fraction) - 1e-9);
        return (long) Math.min(needed, rounds.isPresent() ? rounds.get() : Double.MAX_VALUE);
    }

    @Override
    public long next(long updates, long perEpoch, long planned, double target) {
        long period = period(perEpoch, planned);
        long round = Math.max(1, Math.ceilDiv(updates, period));
        boolean over = round > lastRound(target) || round > (planned - 1) / period;
        return over ? NEVER : round * period;
    }

    @Override
    public double sparsity(long updates, long perEpoch, long planned, double target) {
        long round = Math.min(updates / period(perEpoch, planned), lastRound(target));
        return Math.min(target, 1 - Math.pow(1 - fraction, round));
    }

    @Override
    public double shareOfThreshold(long updates, long perEpoch, long planned) {
        return updates < period(perEpoch, planned) ? 0 : 1;
    }

    @Override
    public double progress(long updates, long perEpoch, long planned) {
        return Math.min(1, (double) updates / planned);
    }
}
