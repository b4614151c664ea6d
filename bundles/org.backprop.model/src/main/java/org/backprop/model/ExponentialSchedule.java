package org.backprop.model;

import java.util.Optional;

/**
 * A learning rate that decays exponentially, by a factor per step or epoch as {@code
 * torch.optim.lr_scheduler.ExponentialLR}, or by the exponent of the lecture, {@code exp(-beta t)}.
 *
 * @param gamma factor of one step or epoch
 * @param beta {@code -ln(gamma)}, in place of gamma
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "exponential",
        doc = "The rate decays exponentially, by gamma at each time or by exp(-beta t).",
        formula = "rate = learning_rate gamma^t = learning_rate exp(-beta t)",
        source = "torch.optim.lr_scheduler.ExponentialLR")
public record ExponentialSchedule(
        @SpecParameter(doc = "Factor of one step or epoch.", byDefault = "", min = 0, minExclusive = true, main = true)
        Optional<Double> gamma,

        @SpecParameter(doc = "Exponent of the decay, in place of gamma: gamma is exp(-beta).", byDefault = "")
        Optional<Double> beta,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule, SelfChecking {

    @Override
    public double at(long time, long end, double base) {
        return gamma.isPresent() ? base * Math.pow(gamma.get(), time) : base * Math.exp(-beta.orElseThrow() * time);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return gamma.isPresent() == beta.isPresent()
                ? Optional.of(new Inconsistency("beta", "or gamma must be given, and only one of them"))
                : Optional.empty();
    }
}
