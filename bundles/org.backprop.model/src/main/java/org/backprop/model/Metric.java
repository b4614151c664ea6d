package org.backprop.model;

import java.util.List;
import java.util.Optional;

import org.backprop.model.SelfChecking.Inconsistency;

/**
 * A value that is known after each epoch, named as its series in the run log: what is measured, and on which set, such
 * as {@code loss/validation}.
 *
 * @param measure what is measured, one of {@link #MEASURES}
 * @param set {@code train} (mean over the epoch's batches as they were trained) or {@code validation}
 */
public record Metric(String measure, String set) {

    /** What can be measured. */
    public static final List<String> MEASURES =
            List.of("loss", "accuracy", "top_k", "precision", "recall", "f1", "auc", "mae", "rmse", "r2");

    private static final List<String> SETS = List.of("train", "validation");
    private static final List<String> LESS_IS_BETTER = List.of("loss", "mae", "rmse");

    /** The metric with this name, which is consistent. */
    public static Metric of(String name) {
        int slash = name.indexOf('/');
        return new Metric(name.substring(0, slash), name.substring(slash + 1));
    }

    /** Whether a greater value is the better one. */
    public boolean moreIsBetter() {
        return !LESS_IS_BETTER.contains(measure);
    }

    /** Whether it needs a validation set. */
    public boolean ofValidation() {
        return set.equals("validation");
    }

    /** Whether it is only known if the training measures it: all but loss and accuracy. */
    boolean needsMeasuring() {
        return MEASURES.indexOf(measure) > 1;
    }

    /** That there is no metric with this name, for the key {@code metric}. */
    static Optional<Inconsistency> inconsistency(String name) {
        List<String> known = MEASURES.stream()
                .flatMap(measure -> SETS.stream().map(set -> measure + "/" + set))
                .toList();
        if (known.contains(name)) {
            return Optional.empty();
        }
        String hint = Catalogue.nearest(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("known are " + String.join(", ", known));
        return Optional.of(new Inconsistency("metric", "must be that of a series of the run log: " + hint));
    }

    @Override
    public String toString() {
        return measure + "/" + set;
    }
}
