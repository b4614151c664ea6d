package org.backprop.views.evaluation;

import java.util.Locale;

/** How numbers are written in this view. */
final class Numbers {
    private static final int PERCENT = 100;

    private Numbers() {}

    /** Four significant digits, without zeros at the end. */
    static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, "%.4g", value)
                .replaceFirst("(\\.\\d*?)0+(?=e|$)", "$1")
                .replaceFirst("\\.(?=e|$)", "");
    }

    /** A share of 0 to 1 in percent with a decimal. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
    }

    /** A share of 0 to 1 with three decimals. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
