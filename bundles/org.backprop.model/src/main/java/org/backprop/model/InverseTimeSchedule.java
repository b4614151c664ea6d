package org.backprop.model;

/**
 * A learning rate that falls with the inverse of time, as in the analysis of stochastic gradient descent (Robbins and
 * Monro 1951).
 *
 * @param beta speed of the decay
 * @param by what it counts
 * @param warmup steps or epochs of linear warm-up
 */
@SpecType(
        key = "inverse_time",
        doc = "The rate falls with the inverse of time.",
        formula = "rate = learning_rate / (1 + beta t)",
        source = "Robbins and Monro 1951; tf.keras.optimizers.schedules.InverseTimeDecay")
public record InverseTimeSchedule(
        @SpecParameter(doc = "Speed of the decay.", min = 0, main = true)
        double beta,

        @SpecParameter(doc = TimedSchedule.BY, byDefault = "epoch")
        Counting by,

        @SpecParameter(doc = TimedSchedule.WARMUP, byDefault = "0", min = 0, max = TimedSchedule.MOST)
        int warmup)
        implements TimedSchedule {

    @Override
    public double at(long time, long end, double base) {
        return base / (1 + beta * time);
    }
}
