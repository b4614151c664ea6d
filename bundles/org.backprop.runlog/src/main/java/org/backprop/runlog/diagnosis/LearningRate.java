package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.UPDATE_RATIO;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the rules on the learning rate say alike. */
final class LearningRate {
    private static final String TAG = "learning_rate";

    private LearningRate() {}

    /** The newest rate, as in {@code of 0.01}, after a space; the empty text if it is not recorded. */
    static String text(Observation run) {
        return run.has(TAG)
                ? String.format(Locale.ROOT, " of %.3g", run.series(TAG).lastValue())
                : "";
    }

    /** The update ratio of the layer that is nearest to {@code figure}, and the rate. */
    static List<Evidence> evidence(Observation run, double figure, double threshold) {
        String layer = run.layers(UPDATE_RATIO).stream()
                .min(Comparator.comparingDouble(
                        name -> Math.abs(run.bins(UPDATE_RATIO + name).lastMean() - figure)))
                .orElseThrow();
        Evidence ratio = Evidence.of(UPDATE_RATIO + layer, figure, threshold);
        return run.has(TAG) ? List.of(ratio, Evidence.of(TAG, run.series(TAG).lastValue())) : List.of(ratio);
    }
}
