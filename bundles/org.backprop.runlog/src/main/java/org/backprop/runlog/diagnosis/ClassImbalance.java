package org.backprop.runlog.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rarest class of the training set has less than {@link #SHARE} of the samples of the most frequent one, and neither the
 * order of the samples nor the loss makes up for it.
 */
final class ClassImbalance implements Rule {
    /** Samples of the rarest class, relative to those of the most frequent one. */
    static final double SHARE = 0.1;

    private static final String COUNTS = "data/classes/train";

    @Override
    public Fault fault() {
        return Fault.CLASS_IMBALANCE;
    }

    @Override
    public String missing(Observation run) {
        return run.counts(COUNTS).length == 0 ? "the run has not recorded " + COUNTS : "";
    }

    @Override
    public List<Finding> findings(Observation run) {
        long[] counts = run.counts(COUNTS);
        long least = Arrays.stream(counts).min().orElseThrow();
        long most = Arrays.stream(counts).max().orElseThrow();
        return least >= SHARE * most || isWeighted(run) ? List.of() : List.of(finding(run, counts, least, most));
    }

    private static boolean isWeighted(Observation run) {
        return run.setting("training", "order", "weighted") != null
                || run.setting("training", "loss") instanceof Map<?, ?> loss
                        && loss.values().stream()
                                .anyMatch(type -> type instanceof Map<?, ?> settings
                                        && settings.get("class_weights") instanceof List<?> weights
                                        && !weights.isEmpty());
    }

    private Finding finding(Observation run, long[] counts, long least, long most) {
        double share = (double) most / Arrays.stream(counts).sum();
        return new Finding(
                fault(),
                Severity.WARNING,
                List.of(),
                0,
                run.lastStep(),
                List.of(),
                String.format(
                        Locale.ROOT,
                        "The classes are imbalanced: the rarest has %,d training samples, the most frequent %,d; who always guesses that one is right in %.0f %% of the cases.",
                        least,
                        most,
                        share * 100),
                "Draw the classes equally often (order: weighted), weigh them in the loss (class_weights), and look at f1 in place of accuracy.");
    }
}
