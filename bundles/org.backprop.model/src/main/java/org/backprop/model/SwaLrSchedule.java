package org.backprop.model;

/**
 * A learning rate that changes to another one and then stays, for the average of {@link SwaAveraging}, as {@code
 * torch.optim.swa_utils.SWALR}.
 *
 * @param swaLr learning rate in the end
 * @param annealEpochs steps or epochs that it takes to get there; 0 for at once
 * @param annealStrategy the curve
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "swa_lr",
        doc = "The rate changes to a constant one, with which an average of the parameters is taken.",
        formula = "rate = learning_rate + (swa_lr - learning_rate) (1 - cos(pi min(1, t / anneal_epochs))) / 2",
        source = "torch.optim.swa_utils.SWALR; Izmailov et al. 2018 (arXiv:1803.05407)")
public record SwaLrSchedule(
        @SpecParameter(doc = "The learning rate in the end.", byDefault = "0.05", min = 0, main = true)
        double swaLr,

        @SpecParameter(
                doc = "Steps or epochs until then, as the schedule counts; 0 for at once.",
                byDefault = "10",
                min = 0,
                max = TimedSchedule.MOST)
        int annealEpochs,

        @SpecParameter(doc = "The curve.", byDefault = "cos")
        Annealing annealStrategy,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        double done = annealEpochs == 0 ? 1 : Math.min(1, (double) time / annealEpochs);
        return annealStrategy.between(base, swaLr, done);
    }
}
