package org.backprop.model;

/**
 * A learning rate that falls by a factor in equal intervals, as {@code torch.optim.lr_scheduler.StepLR}.
 *
 * @param stepSize steps or epochs between two decays
 * @param gamma factor of each decay
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "step",
        doc = "The rate falls by a factor in equal intervals.",
        formula = "rate = learning_rate gamma^floor(t / step_size)",
        source = "torch.optim.lr_scheduler.StepLR")
public record StepSchedule(
        @SpecParameter(doc = "Steps or epochs between two decays.", min = 1, max = TimedSchedule.MOST, main = true)
        int stepSize,

        @SpecParameter(doc = "Factor of each decay.", byDefault = "0.1", min = 0, minExclusive = true)
        double gamma,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        return base * Math.pow(gamma, time / stepSize);
    }
}
