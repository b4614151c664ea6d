package org.backprop.model;

import java.util.Optional;

/**
 * A learning rate that falls by a factor when a metric no longer gets better, as {@code
 * torch.optim.lr_scheduler.ReduceLROnPlateau}. The metric is read at the end of each epoch. As a function of the step
 * alone it is the base, which the trainer lowers.
 *
 * @param metric what must get better
 * @param factor factor of each decay
 * @param patience epochs without improvement that are borne
 * @param threshold improvement that counts
 * @param thresholdMode whether the threshold is a part of the best value or an amount
 * @param cooldown epochs after a decay in which nothing is counted
 * @param minLr the least learning rate
 * @param eps least change that is made
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "on_plateau",
        doc = "The rate falls by a factor when a metric no longer gets better.",
        formula = "rate = max(rate factor, min_lr) after more than patience epochs in a row without improvement",
        source = "torch.optim.lr_scheduler.ReduceLROnPlateau")
public record PlateauSchedule(
        @SpecParameter(
                doc = "What must get better, such as loss/validation.",
                byDefault = "loss/validation",
                main = true)
        String metric,

        @SpecParameter(doc = "Factor of each decay.", byDefault = "0.1", min = 0, max = 1, maxExclusive = true)
        double factor,

        @SpecParameter(
                doc = "Epochs without improvement that are borne.",
                byDefault = "10",
                min = 0,
                max = TimedSchedule.MOST)
        int patience,

        @SpecParameter(doc = "Improvement that counts.", byDefault = "0.0001", min = 0)
        double threshold,

        @SpecParameter(
                doc = "Whether the threshold is a part of the best value (rel) or an amount (abs).",
                byDefault = "rel")
        ThresholdMode thresholdMode,

        @SpecParameter(
                doc = "Epochs after a decay in which nothing is counted.",
                byDefault = "0",
                min = 0,
                max = TimedSchedule.MOST)
        int cooldown,

        @SpecParameter(doc = "The least learning rate.", byDefault = "0", min = 0)
        double minLr,

        @SpecParameter(doc = "Least change of the rate that is made.", byDefault = "1e-8", min = 0)
        double eps,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule, SelfChecking {

    @Override
    public Counting by() {
        return Counting.EPOCH;
    }

    @Override
    public double at(long time, long end, double base) {
        return base;
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Metric.inconsistency(metric);
    }
}
