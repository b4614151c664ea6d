package org.backprop.model;

/**
 * A learning rate that changes along a line, then stays, as {@code torch.optim.lr_scheduler.LinearLR}.
 *
 * @param startFactor part of the learning rate at first
 * @param endFactor part of the learning rate in the end
 * @param totalIters steps or epochs until the end; 0 for the whole training
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "linear",
        doc = "The rate changes along a line from one part of it to another, then stays.",
        formula = "rate = learning_rate (start_factor + (end_factor - start_factor) min(1, t / total_iters))",
        source = "torch.optim.lr_scheduler.LinearLR")
public record LinearSchedule(
        @SpecParameter(doc = "Part of the learning rate at first.", byDefault = "0.3333333333333333", min = 0)
        double startFactor,

        @SpecParameter(doc = "Part of the learning rate in the end.", byDefault = "1", min = 0)
        double endFactor,

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
        double done = Math.min(1, (double) time / (totalIters == 0 ? end : totalIters));
        return base * (startFactor + (endFactor - startFactor) * done);
    }
}
