package org.backprop.engine.schedules;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.backprop.model.Metric;
import org.backprop.model.PlateauSchedule;
import org.backprop.model.ScheduleSpec;
import org.backprop.model.TrainingSection;

/** The learning rate of each update of a training, by the model's schedule. */
public final class LearningRate {

    private double base;
    private final ScheduleSpec schedule;
    private final Plateau plateau;
    private final long stepsPerEpoch;
    private final long plannedSteps;

    /**
     * The learning rate of a training that begins.
     *
     * @param stepsPerEpoch number of updates in an epoch, at least 1
     */
    public LearningRate(TrainingSection settings, long stepsPerEpoch) {
        base = settings.optimizer().learningRate();
        schedule = settings.schedule().orElse(null);
        plateau = schedule instanceof PlateauSchedule spec ? new Plateau(spec, base) : null;
        this.stepsPerEpoch = stepsPerEpoch;
        plannedSteps = settings.epochs() * stepsPerEpoch;
    }

    /** The learning rate of update number {@code step}, counted from 1. Allocates nothing. */
    public double of(long step) {
        double current = plateau == null ? base : plateau.rate();
        return schedule == null ? current : schedule.rate(step - 1, stepsPerEpoch, plannedSteps, current);
    }

    /** Goes on as if the optimizer's learning rate were another: what a plateau has made of it changes in proportion. */
    public void change(double newBase) {
        if (plateau != null) {
            plateau.scale(newBase / base);
        }
        base = newBase;
    }

    /** The metric that the schedule follows, if it follows one. */
    public Optional<Metric> metric() {
        return Optional.ofNullable(plateau).map(Plateau::metric);
    }

    /** Takes note of the end of an epoch. */
    public void endEpoch(ToDoubleFunction<Metric> metrics) {
        if (plateau != null) {
            plateau.endEpoch(metrics.applyAsDouble(plateau.metric()));
        }
    }

    /** What must be kept to go on later, by name. */
    public Map<String, Double> state() {
        return plateau == null ? Map.of() : plateau.state();
    }

    /** Goes on from a state; what it does not have stays as it is. */
    public void restore(Map<String, Double> state) {
        if (plateau != null) {
            plateau.restore(state);
        }
    }
}
