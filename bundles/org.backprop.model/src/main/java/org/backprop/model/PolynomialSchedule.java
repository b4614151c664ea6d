package org.backprop.model;

/**
 * A learning rate that falls to 0 along a polynomial, as {@code torch.optim.lr_scheduler.PolynomialLR}.
 *
 * @param totalIters steps or epochs until it is 0; 0 for the whole training
 * @param power degree of the polynomial
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "polynomial",
        doc = "The rate falls to 0 along a polynomial.",
        formula = "rate = learning_rate (1 - min(1, t / total_iters))^power",
        source = "torch.optim.lr_scheduler.PolynomialLR")
public record PolynomialSchedule(
        @SpecParameter(
                doc = "Steps or epochs that it takes, or all for the whole training.",
                byDefault = "5",
                min = 1,
                max = TimedSchedule.MOST,
                zeroWord = "all")
        int totalIters,

        @SpecParameter(doc = "Degree of the polynomial.", byDefault = "1", min = 0, minExclusive = true)
        double power,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        double done = Math.min(1, (double) time / (totalIters == 0 ? end : totalIters));
        return base * Math.pow(1 - done, power);
    }
}
