package org.backprop.model;

import java.util.Optional;

/**
 * One rise of the learning rate and one fall far below where it began, as {@code torch.optim.lr_scheduler.OneCycleLR};
 * the momentum stays (PyTorch cycles it by default). Smith, Topin: "Super-convergence", 2018.
 *
 * @param maxLr the greatest learning rate; absent for the optimizer's
 * @param totalSteps steps or epochs of the cycle; absent for the whole training
 * @param pctStart part of the cycle that is the rise
 * @param annealStrategy the curve
 * @param divFactor the greatest rate over the first
 * @param finalDivFactor the first rate over the last
 * @param threePhase whether to fall as symmetrically as it rose, and only then further
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "one_cycle",
        doc = "The rate rises once to max_lr and falls far below where it began.",
        formula =
                "rate: max_lr / div_factor to max_lr in pct_start total_steps, then to max_lr / (div_factor final_div_factor)",
        source = "torch.optim.lr_scheduler.OneCycleLR without cycle_momentum; arXiv:1708.07120")
public record OneCycleSchedule(
        @SpecParameter(
                doc = "The greatest learning rate. Default: the optimizer's.",
                byDefault = "",
                min = 0,
                minExclusive = true,
                main = true)
        Optional<Double> maxLr,

        @SpecParameter(
                doc = "Steps or epochs of the cycle. Default: the whole training.",
                byDefault = "",
                min = 1,
                max = TimedSchedule.MOST)
        Optional<Integer> totalSteps,

        @SpecParameter(doc = "Part of the cycle that is the rise.", byDefault = "0.3", min = 0, max = 1)
        double pctStart,

        @SpecParameter(doc = "The curve.", byDefault = "cos")
        Annealing annealStrategy,

        @SpecParameter(doc = "The greatest rate divided by the first.", byDefault = "25", min = 1)
        double divFactor,

        @SpecParameter(doc = "The first rate divided by the last.", byDefault = "10000", min = 1)
        double finalDivFactor,

        @SpecParameter(doc = "Fall as symmetrically as it rose, and only then further.", byDefault = "false")
        boolean threePhase,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "step")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        double greatest = maxLr.isPresent() ? maxLr.get() : base;
        double first = greatest / divFactor;
        double last = first / finalDivFactor;
        double total = totalSteps.isPresent() ? totalSteps.get() : end;
        double top = pctStart * total - 1;
        if (time <= top) {
            return phase(time, 0, top, first, greatest);
        }
        if (!threePhase) {
            return phase(time, top, total - 1, greatest, last);
        }
        double back = 2 * pctStart * total - 2;
        return time <= back ? phase(time, top, back, greatest, first) : phase(time, back, total - 1, first, last);
    }

    private double phase(long time, double begin, double end, double from, double to) {
        double done = end > begin ? (time - begin) / (end - begin) : 1;
        return annealStrategy.between(from, to, Math.min(1, done));
    }
}
