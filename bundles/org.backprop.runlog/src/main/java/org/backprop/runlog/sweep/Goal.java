package org.backprop.runlog.sweep;

/**
 * A series of the run log and which of its values are good.
 *
 * @param metric tag of the series, such as {@code accuracy/validation}
 * @param moreIsBetter whether the greater value is the better one
 */
public record Goal(String metric, boolean moreIsBetter) {
    /** Whether {@code value} is at least as good as {@code other}; never for NaN. */
    public boolean reaches(double value, double other) {
        return moreIsBetter ? value >= other : value <= other;
    }
}
