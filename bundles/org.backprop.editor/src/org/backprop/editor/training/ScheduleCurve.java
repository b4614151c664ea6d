package org.backprop.editor.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.backprop.model.Analysis;
import org.backprop.model.DataSection;
import org.backprop.model.LearningRatePlan;
import org.backprop.model.TrainingSection;
import org.eclipse.osgi.util.NLS;

/**
 * The planned learning rate, ready to be drawn.
 *
 * @param plan the plan; empty if there is none to be drawn
 * @param updates some updates, from the first to the last
 * @param rates the learning rate of each
 * @param restarts updates at which the rate starts again
 * @param stepsKnown whether the number of steps in an epoch is known; else 100 are assumed
 * @param note what is to be said about it, may be empty
 */
public record ScheduleCurve(
        Optional<LearningRatePlan> plan,
        long[] updates,
        double[] rates,
        List<Long> restarts,
        boolean stepsKnown,
        String note) {
    private static final int POINTS = 1200;
    private static final int MOST_RESTARTS = 100;
    private static final int ASSUMED_STEPS = 100;

    /** Nothing to draw, for a reason. */
    static ScheduleCurve none(String note) {
        return new ScheduleCurve(Optional.empty(), new long[0], new double[0], List.of(), false, note);
    }

    /**
     * The curve of a training.
     *
     * @param counted number of training samples, if the data has been read
     */
    static ScheduleCurve of(Analysis analysis, OptionalLong counted) {
        if (analysis.training().isEmpty()) {
            return none(Messages.schedule_incomplete);
        }
        TrainingSection training = analysis.training().get();
        OptionalLong samples = counted.isPresent() ? counted : expected(analysis);
        Optional<LearningRatePlan> plan = samples.isPresent()
                ? LearningRatePlan.of(training, (int) Math.clamp(samples.getAsLong(), 1, Integer.MAX_VALUE))
                : LearningRatePlan.of(training, 1).map(any -> new LearningRatePlan(training, ASSUMED_STEPS));
        if (plan.isEmpty()) {
            return none(Messages.schedule_minimizer);
        }
        return of(plan.get(), samples.isPresent());
    }

    private static OptionalLong expected(Analysis analysis) {
        Optional<DataSection> data = analysis.data();
        return data.isEmpty() || analysis.info().samples().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(data.get()
                        .split()
                        .trainingSamples(analysis.info().samples().getAsLong()));
    }

    private static ScheduleCurve of(LearningRatePlan plan, boolean known) {
        long all = plan.updates();
        int count = (int) Math.min(all, POINTS);
        long[] updates = new long[count];
        double[] rates = new double[count];
        for (int i = 0; i < count; i++) {
            updates[i] = count == 1 ? 0 : Math.round((all - 1.0) * i / (count - 1));
            rates[i] = plan.rate(updates[i]);
        }
        String note = known
                ? NLS.bind(Messages.schedule_steps, number(all), number(plan.updatesPerEpoch()))
                : Messages.schedule_unknown;
        return new ScheduleCurve(Optional.of(plan), updates, rates, plan.restarts(MOST_RESTARTS), known, note);
    }

    private static String number(long value) {
        return String.format("%,d", value);
    }

    /** The highest rate. */
    double top() {
        double top = 0;
        for (double rate : rates) {
            top = Math.max(top, rate);
        }
        return top;
    }
}
