package org.backprop.model;

import java.util.Optional;

/**
 * A learning rate that falls along half a cosine, as {@code torch.optim.lr_scheduler.CosineAnnealingLR}: after t_max it
 * rises again.
 *
 * @param tMax steps or epochs to the minimum; absent for the whole training
 * @param etaMin the minimum
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "cosine",
        doc = "The rate falls along half a cosine.",
        formula = "rate = eta_min + (learning_rate - eta_min) (1 + cos(pi t / t_max)) / 2",
        source = "torch.optim.lr_scheduler.CosineAnnealingLR; arXiv:1608.03983")
public record CosineSchedule(
        @SpecParameter(
                doc = "Steps or epochs to the minimum. Default: the whole training.",
                byDefault = "",
                min = 1,
                max = TimedSchedule.MOST)
        Optional<Integer> tMax,

        @SpecParameter(doc = "The least learning rate.", byDefault = "0", min = 0)
        double etaMin,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        double phase = Math.PI * time / (tMax.isPresent() ? tMax.get() : end);
        return etaMin + (base - etaMin) * (1 + Math.cos(phase)) / 2;
    }
}
