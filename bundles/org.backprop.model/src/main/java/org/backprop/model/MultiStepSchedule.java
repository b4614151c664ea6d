package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * A learning rate that falls by a factor at each milestone, as {@code torch.optim.lr_scheduler.MultiStepLR}.
 *
 * @param milestones steps or epochs of the decays, in ascending order
 * @param gamma factor of each decay
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "multi_step",
        doc = "The rate falls by a factor at each milestone.",
        formula = "rate = learning_rate gamma^(number of milestones up to t)",
        source = "torch.optim.lr_scheduler.MultiStepLR")
public record MultiStepSchedule(
        @SpecParameter(doc = "Steps or epochs of the decays, in ascending order.", min = 1, max = TimedSchedule.MOST)
        List<Long> milestones,

        @SpecParameter(doc = "Factor of each decay.", byDefault = "0.1", min = 0, minExclusive = true)
        double gamma,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule, SelfChecking {

    /** Copies the list. */
    public MultiStepSchedule {
        milestones = List.copyOf(milestones);
    }

    @Override
    public double at(long time, long end, double base) {
        return base * Math.pow(gamma, Milestones.passed(milestones, time));
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Milestones.inconsistency(milestones);
    }
}
