package org.backprop.runlog.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Which values of a metric are good, told from the words of its tag, as those of other tools have no other mark. */
public enum Direction {
    /** The greatest value is the best, as with an accuracy. */
    MORE,
    /** The least value is the best, as with a loss. */
    LESS,
    /** It is no measure of quality. */
    NONE;

    private static final Set<String> GOOD =
            Set.of("accuracy", "acc", "f1", "auc", "precision", "recall", "r2", "topk", "top", "bleu", "iou", "dice");
    private static final Set<String> BAD =
            Set.of("loss", "error", "mae", "mse", "rmse", "perplexity", "nll", "objective");

    /** That of a tag such as {@code accuracy/validation} or {@code val_loss}. */
    public static Direction of(String tag) {
        String[] words = tag.toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
        if (Arrays.stream(words).anyMatch(BAD::contains)) {
            return LESS;
        }
        return Arrays.stream(words).anyMatch(GOOD::contains) ? MORE : NONE;
    }

    /** Whether {@code value} is better than {@code other}; any number is better than NaN. */
    public boolean isBetter(double value, double other) {
        return !Double.isNaN(value)
                && (Double.isNaN(other) || (this == MORE && value > other) || (this == LESS && value < other));
    }
}
