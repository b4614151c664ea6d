package org.backprop.model;

import java.util.Optional;

/**
 * Removes many weights at first, fewer and fewer later, then recovers. Zhu, Gupta: "To prune, or not to prune", 2017.
 *
 * @param begin epochs or updates before the first removal
 * @param end epochs or updates before the last removal; absent for three quarters of the training
 * @param recovery epochs or updates after the last removal, in place of {@code end}; absent for none
 * @param every epochs or updates from one removal to the next
 * @param initialSparsity sparsity of the first removal
 * @param by what it counts
 */
@SpecType(
        key = "cubic",
        doc = "Removes many weights at first, fewer and fewer later, then recovers.",
        formula =
                "s_t = sparsity + (s_i - sparsity) (1 - (t - begin) / (end - begin))^3 at t = begin, begin + every, ..., end",
        source = "Zhu and Gupta 2017 (arXiv:1710.01878)")
public record CubicPruning(
        @SpecParameter(doc = GradualPruning.BEGIN, byDefault = "1", min = 0, max = TimedSchedule.MOST)
        double begin,

        @SpecParameter(doc = GradualPruning.END, byDefault = "", min = 0, max = TimedSchedule.MOST)
        Optional<Double> end,

        @SpecParameter(doc = GradualPruning.RECOVERY, byDefault = "", min = 0, max = TimedSchedule.MOST)
        Optional<Double> recovery,

        @SpecParameter(
                doc = GradualPruning.EVERY,
                byDefault = "1",
                min = 0,
                minExclusive = true,
                max = TimedSchedule.MOST)
        double every,

        @SpecParameter(doc = GradualPruning.INITIAL, byDefault = "0", min = 0, max = 1, maxExclusive = true)
        double initialSparsity,

        @SpecParameter(doc = PruningScheduleSpec.BY, byDefault = "epoch")
        Counting by)
        implements GradualPruning, SelfChecking {

    @Override
    public double curve(double time) {
        return 1 - Math.pow(1 - time, 3);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return GradualPruning.inconsistency(this);
    }
}
