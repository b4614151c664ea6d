package org.backprop.model;

import java.util.Optional;

/**
 * Removes the same number of weights at each time, then recovers.
 *
 * @param begin epochs or updates before the first removal
 * @param end epochs or updates before the last removal; absent for three quarters of the training
 * @param recovery epochs or updates after the last removal, in place of {@code end}; absent for none
 * @param every epochs or updates from one removal to the next
 * @param initialSparsity sparsity of the first removal
 * @param by what it counts
 */
@SpecType(
        key = "linear",
        doc = "Removes the same number of weights every few updates, then recovers.",
        formula = "s_t = s_i + (sparsity - s_i) (t - begin) / (end - begin) at t = begin, begin + every, ..., end",
        source = "Zhu and Gupta 2017 (arXiv:1710.01878) with exponent 1")
public record LinearPruning(
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
        return time;
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return GradualPruning.inconsistency(this);
    }
}
