package org.backprop.model;

import java.util.Optional;

/**
 * A learning rate that goes up and down between the optimizer's and a greater one, as {@code
 * torch.optim.lr_scheduler.CyclicLR}; the momentum stays (PyTorch cycles it by default). Smith: "Cyclical learning
 * rates for training neural networks", WACV 2017.
 *
 * @param maxLr the greatest learning rate
 * @param stepSizeUp steps or epochs of the rise
 * @param stepSizeDown steps or epochs of the fall; absent for as many
 * @param mode how the height of the cycles changes
 * @param gamma base of exp_range
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "cyclic",
        doc = "The rate goes up and down between learning_rate and max_lr.",
        formula =
                "rate = learning_rate + (max_lr - learning_rate) triangle(t) scale; scale: 1, 1 / 2^cycle (triangular2), gamma^t (exp_range)",
        source = "torch.optim.lr_scheduler.CyclicLR without cycle_momentum; arXiv:1506.01186")
public record CyclicSchedule(
        @SpecParameter(doc = "The greatest learning rate.", min = 0, minExclusive = true, main = true)
        double maxLr,

        @SpecParameter(doc = "Steps or epochs of the rise.", byDefault = "2000", min = 1, max = TimedSchedule.MOST)
        int stepSizeUp,

        @SpecParameter(
                doc = "Steps or epochs of the fall. Default: as many.",
                byDefault = "",
                min = 1,
                max = TimedSchedule.MOST)
        Optional<Integer> stepSizeDown,

        @SpecParameter(doc = "How the height of the cycles changes.", byDefault = "triangular")
        CyclicMode mode,

        @SpecParameter(doc = "Base of exp_range.", byDefault = "1", min = 0, minExclusive = true)
        double gamma,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "step")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        long length = stepSizeUp + (stepSizeDown.isPresent() ? stepSizeDown.get() : stepSizeUp);
        long cycle = time / length;
        long since = time % length;
        double height =
                since <= stepSizeUp ? (double) since / stepSizeUp : (double) (length - since) / (length - stepSizeUp);
        return base + (maxLr - base) * height * scale(time, cycle);
    }

    private double scale(long time, long cycle) {
        return switch (mode) {
            case TRIANGULAR -> 1;
            case TRIANGULAR2 -> Math.pow(0.5, cycle);
            case EXP_RANGE -> Math.pow(gamma, time);
        };
    }
}
