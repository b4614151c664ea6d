package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * A learning rate that is constant between milestones, as {@code torch.optim.lr_scheduler.LambdaLR} with a table in
 * place of code.
 *
 * @param milestones steps or epochs at which the next factor begins, in ascending order
 * @param factors parts of the learning rate, one more than milestones
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "piecewise",
        doc = "The rate is constant between milestones.",
        formula = "rate = learning_rate factors[number of milestones up to t]",
        source = "torch.optim.lr_scheduler.LambdaLR with a table")
public record PiecewiseSchedule(
        @SpecParameter(
                doc = "Steps or epochs at which the next factor begins, in ascending order.",
                min = 1,
                max = TimedSchedule.MOST)
        List<Long> milestones,

        @SpecParameter(doc = "Parts of the learning rate, one more than milestones.", min = 0)
        List<Double> factors,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule, SelfChecking {

    /** Copies the lists. */
    public PiecewiseSchedule {
        milestones = List.copyOf(milestones);
        factors = List.copyOf(factors);
    }

    @Override
    public double at(long time, long end, double base) {
        return base * factors.get(Milestones.passed(milestones, time));
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Milestones.inconsistency(milestones, "factors", factors.size());
    }
}
