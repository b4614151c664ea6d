package org.backprop.model;

/**
 * A schedule with a clock: it counts {@link #by} updates or epochs, after a {@link #warmup} during which the learning
 * rate climbs with every update, linearly: {@code (step + 1) / (warm-up steps + 1)} of the rate that the schedule
 * starts with.
 */
public sealed interface TimedSchedule extends ScheduleSpec
        permits ConstantSchedule,
                StepSchedule,
                MultiStepSchedule,
                LinearSchedule,
                PolynomialSchedule,
                ExponentialSchedule,
                InverseTimeSchedule,
                CosineSchedule,
                LinearCosineSchedule,
                CosineRestartsSchedule,
                CyclicSchedule,
                OneCycleSchedule,
                PlateauSchedule,
                PiecewiseSchedule,
                SwaLrSchedule {

    /** The one-line description of {@link #by}. */
    String BY = "What the schedule counts.";

    /** The one-line description of {@link #warmup}. */
    String WARMUP = "Steps or epochs, as the schedule counts, over which the rate first climbs from near 0.";

    /** The longest warm-up and the longest of other times. */
    int MOST = 1_000_000_000;

    /** What it counts. */
    Counting by();

    /** Number of steps or epochs of linear warm-up, before the schedule's own time begins; 0 for none. */
    int warmup();

    /**
     * The learning rate at a time.
     *
     * @param time updates or epochs since the end of the warm-up, from 0
     * @param end planned time in the same unit, at least 1
     * @param base the optimizer's learning rate
     */
    double at(long time, long end, double base);

    @Override
    default double rate(long step, long stepsPerEpoch, long plannedSteps, double base) {
        long unit = by() == Counting.EPOCH ? stepsPerEpoch : 1;
        long warm = warmup() * unit;
        long end = Math.max(1, Math.ceilDiv(plannedSteps - warm, unit));
        return step < warm ? at(0, end, base) * (step + 1) / (warm + 1) : at((step - warm) / unit, end, base);
    }
}
