package org.backprop.model;

/**
 * A learning rate that stays the same, as {@code torch.optim.lr_scheduler.ConstantLR}, but with a factor of 1 by
 * default (PyTorch: 1/3). With another factor the rate is smaller at first and jumps to the full one.
 *
 * @param factor part of the learning rate at first
 * @param totalIters steps or epochs with the factor; 0 for all
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "constant",
        doc = "The rate stays the same; with a factor other than 1 it jumps to the full one after a while.",
        formula = "rate = factor learning_rate while t < total_iters, then learning_rate",
        source = "torch.optim.lr_scheduler.ConstantLR, whose factor is 1/3 by default")
public record ConstantSchedule(
        @SpecParameter(doc = "Part of the learning rate at first.", byDefault = "1", min = 0, minExclusive = true)
        double factor,

        @SpecParameter(
                doc = "Steps or epochs that it takes, or all for the whole training.",
                byDefault = "5",
                min = 1,
                max = TimedSchedule.MOST,
                zeroWord = "all")
        int totalIters,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        return totalIters == 0 || time < totalIters ? factor * base : base;
    }
}
