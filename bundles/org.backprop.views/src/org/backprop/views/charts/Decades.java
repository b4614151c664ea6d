package org.backprop.views.charts;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the marks of an axis that counts in decimal logarithms: -3 is 0.001. */
public final class Decades extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private static final int REMEMBERED = 1000;

    /** What a text was made of: a chart leaves out marks that it cannot read back exactly. */
    private final Map<String, Double> written = new HashMap<>();

    @Override
    public StringBuffer format(double exponent, StringBuffer text, FieldPosition position) {
        double value = Math.pow(10, exponent);
        int decimals = Math.clamp(2 - (int) Math.floor(exponent), 0, 5);
        boolean plain = exponent >= -3 && exponent < 5;
        String mark = plain
                ? String.format(Locale.ROOT, "%." + decimals + "f", value)
                        .replaceFirst("\\.0*$|(?<=\\.\\d{0,9}[1-9])0+$", "")
                : String.format(Locale.ROOT, exponent == Math.rint(exponent) ? "%.0e" : "%.1e", value);
        if (written.size() > REMEMBERED) {
            written.clear();
        }
        written.put(mark, exponent);
        return text.append(mark);
    }

    @Override
    public StringBuffer format(long exponent, StringBuffer text, FieldPosition position) {
        return format((double) exponent, text, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        position.setIndex(text.length());
        return written.getOrDefault(text, Double.NaN);
    }
}
