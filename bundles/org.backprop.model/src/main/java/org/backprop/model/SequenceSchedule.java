package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * Schedules one after the other, as {@code torch.optim.lr_scheduler.SequentialLR}: each begins at its time 0, and what
 * is planned for it is the time to the next milestone.
 *
 * @param schedules the schedules, one more than milestones
 * @param milestones steps or epochs at which the next one begins, in ascending order
 * @param by what the milestones count
 */
@SpecType(
        key = "sequence",
        doc = "Schedules one after the other, each from its beginning.",
        formula = "rate = schedules[i](t - milestones[i - 1]), i = number of milestones up to t",
        source = "torch.optim.lr_scheduler.SequentialLR")
public record SequenceSchedule(
        @SpecParameter(doc = "The schedules, one more than milestones.")
        List<ScheduleSpec> schedules,

        @SpecParameter(
                doc = "Steps or epochs at which the next schedule begins, in ascending order.",
                min = 1,
                max = TimedSchedule.MOST)
        List<Long> milestones,

        @SpecParameter(doc = "What the milestones count.", byDefault = "epoch")
        Counting by)
        implements ScheduleSpec, SelfChecking {

    /** Copies the lists. */
    public SequenceSchedule {
        schedules = List.copyOf(schedules);
        milestones = List.copyOf(milestones);
    }

    @Override
    public double rate(long step, long stepsPerEpoch, long plannedSteps, double base) {
        long unit = by == Counting.EPOCH ? stepsPerEpoch : 1;
        int index = Milestones.passed(milestones, step / unit);
        long begin = index == 0 ? 0 : milestones.get(index - 1) * unit;
        long end = index == milestones.size() ? plannedSteps : milestones.get(index) * unit;
        return schedules.get(index).rate(step - begin, stepsPerEpoch, Math.max(1, end - begin), base);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return schedules.stream().anyMatch(PlateauSchedule.class::isInstance)
                ? Optional.of(new Inconsistency("schedules", "cannot contain on_plateau, which follows a metric"))
                : Milestones.inconsistency(milestones, "schedules", schedules.size());
    }
}
