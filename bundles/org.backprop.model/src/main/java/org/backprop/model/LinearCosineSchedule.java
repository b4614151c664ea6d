package org.backprop.model;

import java.util.Optional;

/**
 * A learning rate that falls along a line times a cosine. Bello, Zoph, Vasudevan, Le: "Neural optimizer search with
 * reinforcement learning", ICML 2017.
 *
 * @param decay steps or epochs of the decay; absent for the whole training
 * @param periods periods of the cosine
 * @param alpha added to the line
 * @param beta added in the end
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "linear_cosine",
        doc = "The rate falls along a line times a cosine.",
        formula =
                "rate = learning_rate ((alpha + 1 - t / decay) (1 + cos(2 pi periods t / decay)) / 2 + beta), t at most decay",
        source = "Bello et al. 2017, arXiv:1709.07417")
public record LinearCosineSchedule(
        @SpecParameter(
                doc = "Steps or epochs of the decay. Default: the whole training.",
                byDefault = "",
                min = 1,
                max = TimedSchedule.MOST)
        Optional<Integer> decay,

        @SpecParameter(doc = "Periods of the cosine.", byDefault = "0.5", min = 0)
        double periods,

        @SpecParameter(doc = "Added to the line.", byDefault = "0", min = 0)
        double alpha,

        @SpecParameter(doc = "Part of the learning rate that remains.", byDefault = "0.001", min = 0)
        double beta,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        double done = Math.min(1, (double) time / (decay.isPresent() ? decay.get() : end));
        double cosine = (1 + Math.cos(2 * Math.PI * periods * done)) / 2;
        return base * ((alpha + 1 - done) * cosine + beta);
    }
}
