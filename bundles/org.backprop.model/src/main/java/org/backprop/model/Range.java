package org.backprop.model;

import java.math.BigDecimal;

/**
 * An interval of numbers.
 *
 * @param min lower bound, may be negative infinity
 * @param minExclusive whether min is out of range
 * @param max upper bound, may be positive infinity
 * @param maxExclusive whether max is out of range
 */
public record Range(double min, boolean minExclusive, double max, boolean maxExclusive) {

    /** Every number. */
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    /** Whether the value is in range. */
    public boolean contains(double value) {
        return (minExclusive ? value > min : value >= min) && (maxExclusive ? value < max : value <= max);
    }

    /** The range in words after "must be", such as {@code at least 0 and less than 1}; empty if unbounded. */
    public String describe() {
        String lower = Double.isInfinite(min) ? "" : (minExclusive ? "greater than " : "at least ") + text(min);
        String upper = Double.isInfinite(max) ? "" : (maxExclusive ? "less than " : "at most ") + text(max);
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " and " + upper;
    }

    /** A number as one would write it: no fraction if it is whole. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        return size != 0 && (size < 1e-4 || size >= 1e15)
                ? Double.toString(value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
