package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.CosineRestartsSchedule;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.ScheduleSpec;
import org.backprop.model.TrainingSection;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;

/** The learning rates that the recorded models plan, without what was changed in flight. Reads each model once. */
final class PlannedRates {
    private static final int MOST_MODELS = 100;
    private static final int MOST_MARKS = 100;

    private final Map<RunInfo, Optional<TrainingSection>> models = new HashMap<>();

    /**
     * The planned rate over the whole training; no points if the run does not say it, or its minimizer has none.
     *
     * @param pixels width of the plot
     */
    Points of(RunSnapshot run, RunScale scale, int pixels) {
        Optional<TrainingSection> training = training(run);
        Plan plan = run.info().map(RunInfo::plan).orElse(new Plan(0, 0, 0));
        if (training.isEmpty() || training.get().optimizer() instanceof MinimizerSpec || plan.steps() == 0) {
            return Points.NONE;
        }
        double base = training.get().optimizer().learningRate();
        ScheduleSpec schedule = training.get().schedule().orElse(null);
        int count = (int) Math.min(plan.steps(), 2L * pixels);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            long step = 1 + (count == 1 ? 0 : Math.round((plan.steps() - 1.0) * i / (count - 1)));
            x[i] = scale.at(step, 0);
            y[i] = schedule == null
                    ? base
                    : schedule.rate(step - 1, Math.max(1, plan.stepsPerEpoch()), plan.steps(), base);
        }
        return new Points(x, y);
    }

    /** Steps up to {@code last} before which a snapshot of the ensemble is kept: those where the schedule restarts. */
    List<Long> snapshots(RunSnapshot run, long last) {
        Optional<TrainingSection> training =
                training(run).filter(known -> known.snapshotEnsemble().isPresent());
        long stepsPerEpoch =
                run.info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(0L);
        List<Long> steps = new ArrayList<>();
        if (stepsPerEpoch > 0
                && training.flatMap(TrainingSection::schedule).orElse(null)
                        instanceof CosineRestartsSchedule restarts) {
            int total = restarts.restarts(last, stepsPerEpoch);
            for (int number = 1; number <= total && total <= MOST_MARKS; number++) {
                steps.add(first(restarts, number, stepsPerEpoch, last));
            }
        }
        return steps;
    }

    private static long first(CosineRestartsSchedule restarts, int number, long stepsPerEpoch, long last) {
        long low = 0;
        long high = last;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (restarts.restarts(middle, stepsPerEpoch) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<TrainingSection> training(RunSnapshot run) {
        if (models.size() > MOST_MODELS) {
            models.clear();
        }
        return run.info().flatMap(info -> models.computeIfAbsent(info, PlannedRates::read));
    }

    private static Optional<TrainingSection> read(RunInfo info) {
        return ModelReader.read("run.json", null, info.configurationText(), Map.of())
                .model()
                .map(Model::training);
    }
}
