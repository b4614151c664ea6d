package org.backprop.model;

/**
 * How the learning rate changes during training. A schedule is a pure function of the number of updates, so that it can
 * be drawn without training; only {@link PlateauSchedule} also follows a metric.
 */
public sealed interface ScheduleSpec permits TimedSchedule, SequenceSchedule {

    /**
     * The learning rate of one update. Allocates nothing.
     *
     * @param step number of updates made before this one, from 0
     * @param stepsPerEpoch number of updates in an epoch, at least 1
     * @param plannedSteps number of updates in the whole training, at least 1
     * @param base the optimizer's learning rate
     */
    double rate(long step, long stepsPerEpoch, long plannedSteps, double base);
}
