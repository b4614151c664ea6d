package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.TRAINING_LOSS;
import static org.backprop.runlog.diagnosis.Observation.UPDATE_RATIO;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The training loss does not fall, and the median over the layers of the update ratio is above {@link #RATIO}, or was for a
 * time above {@link #PEAK}; a good ratio is about 0.001.
 */
final class HighLearningRate implements Rule {
    /** Norm of an update relative to that of the weights. */
    static final double RATIO = 0.03;
    /** Update ratio that destroys what was learned, or the initial weights. */
    static final double PEAK = 0.5;
    /** Part by which the loss of the second half of a run must be below the first loss and the mean of the first half. */
    static final double FALL = 0.05;

    @Override
    public Fault fault() {
        return Fault.HIGH_LEARNING_RATE;
    }

    @Override
    public String missing(Observation run) {
        return run.hasLearningRate() ? run.missing(UPDATE_RATIO, TRAINING_LOSS) : "the optimizer has no learning rate";
    }

    @Override
    public List<Finding> findings(Observation run) {
        if (falls(run.bins(TRAINING_LOSS), run.series(TRAINING_LOSS).value(0))) {
            return List.of();
        }
        Bins clock = run.bins(UPDATE_RATIO + run.layers(UPDATE_RATIO).getFirst());
        OptionalLong since = clock.since(bin -> median(run, bin) > RATIO);
        if (since.isPresent()) {
            return List.of(finding(run, since.getAsLong(), median(run, run.lastUpdate())));
        }
        for (int bin = 0; bin < Bins.COUNT; bin++) {
            if (median(run, bin) > PEAK) {
                return List.of(finding(run, clock.start(bin), median(run, bin)));
            }
        }
        return List.of();
    }

    /** Median over the layers of the update ratio in a part; NaN if there is none. */
    private static double median(Observation run, int bin) {
        double[] ratios = run.updateRatios(bin);
        return ratios.length == 0 ? Double.NaN : ratios[(ratios.length - 1) / 2];
    }

    private static boolean falls(Bins loss, double first) {
        double before = Math.min(first, loss.mean(0, Bins.COUNT / 2));
        return loss.mean(Bins.COUNT / 2, Bins.COUNT) < before - FALL * Math.abs(before);
    }

    private Finding finding(Observation run, long since, double ratio) {
        return new Finding(
                fault(),
                Severity.WARNING,
                List.of(),
                since,
                run.lastStep(),
                LearningRate.evidence(run, ratio, RATIO),
                String.format(
                        Locale.ROOT,
                        "The learning rate%s is too high: the norm of an update has been %.2g times that of the weights (about 0.001 is good), and the loss does not fall.",
                        LearningRate.text(run),
                        ratio),
                "Divide the learning rate by 10, or let it warm up (schedule).");
    }
}
