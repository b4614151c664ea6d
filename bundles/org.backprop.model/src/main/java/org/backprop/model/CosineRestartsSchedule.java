package org.backprop.model;

/**
 * A learning rate that falls along half a cosine again and again, as {@code
 * torch.optim.lr_scheduler.CosineAnnealingWarmRestarts}. Loshchilov, Hutter: "SGDR", ICLR 2017.
 *
 * @param t0 steps or epochs of the first cycle
 * @param tMult how much longer each cycle is than the one before
 * @param etaMin the minimum
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "cosine_restarts",
        doc = "The rate falls along half a cosine and starts again at the top.",
        formula =
                "rate = eta_min + (learning_rate - eta_min) (1 + cos(pi t / T)) / 2, t since the restart, T = t0 t_mult^restarts",
        source = "torch.optim.lr_scheduler.CosineAnnealingWarmRestarts; arXiv:1608.03983")
public record CosineRestartsSchedule(
        @SpecParameter(doc = "Steps or epochs of the first cycle.", min = 1, max = TimedSchedule.MOST, main = true)
        int t0,

        @SpecParameter(doc = "How much longer each cycle is than the one before.", byDefault = "1", min = 1, max = 1000)
        int tMult,

        @SpecParameter(doc = "The least learning rate.", byDefault = "0", min = 0)
        double etaMin,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    /**
     * How often the rate has started again before an update.
     *
     * @param step number of updates made before it, from 0
     * @param stepsPerEpoch number of updates in an epoch, at least 1
     */
    public int restarts(long step, long stepsPerEpoch) {
        long unit = by == Counting.EPOCH ? stepsPerEpoch : 1;
        long time = Math.max(0, step - warmup * unit) / unit;
        int restarts = 0;
        for (long length = t0; time >= length; length *= tMult) {
            time -= length;
            restarts++;
        }
        return restarts;
    }

    @Override
    public double at(long time, long end, double base) {
        long length = t0;
        long since = tMult == 1 ? time % t0 : time;
        while (since >= length) {
            since -= length;
            length *= tMult;
        }
        return etaMin + (base - etaMin) * (1 + Math.cos(Math.PI * since / length)) / 2;
    }
}
