package org.backprop.views.pruning;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Writes the marks of an axis that counts in decimal logarithms: -3 is 0.001. */
final class Decades extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double exponent, StringBuffer text, FieldPosition position) {
        double value = Math.pow(10, exponent);
        boolean plain = exponent >= -3 && exponent < 5;
        return text.append(
                plain
                        ? trimmed(String.format(Locale.ROOT, "%.4f", value))
                        : String.format(Locale.ROOT, exponent == Math.rint(exponent) ? "%.0e" : "%.1e", value));
    }

    private static String trimmed(String decimal) {
        return decimal.replaceFirst("\\.?0+$", "");
    }

    @Override
    public StringBuffer format(long exponent, StringBuffer text, FieldPosition position) {
        return format((double) exponent, text, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException();
    }
}
