package org.backprop.model.internal.read;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import org.backprop.model.internal.yaml.ScalarNode;

/** The numbers of YAML 1.2's core schema. */
final class Numbers {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final int MOST_DIGITS = 400;

    private Numbers() {}

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    static boolean isNumber(String text) {
        return isInteger(text)
                || NUMBER.matcher(text).matches()
                || NOT_FINITE.matcher(text).matches();
    }

    /** Whether a scalar is a number in quotes. */
    static boolean isQuoted(ScalarNode scalar) {
        return !scalar.plain() && isNumber(scalar.text().strip());
    }

    /** The whole number that a text accepted by {@link #isInteger} stands for; empty if it does not fit in a long. */
    static Optional<Long> integer(String text) {
        if (text.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 10;
        BigInteger value = new BigInteger(radix == 10 ? text : text.substring(2), radix);
        return value.bitLength() < Long.SIZE ? Optional.of(value.longValue()) : Optional.empty();
    }

    /** The number that a text accepted by {@link #isNumber} stands for; empty if it is not finite or too large. */
    static OptionalDouble number(String text) {
        if (NOT_FINITE.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = text.startsWith("0x") || text.startsWith("0o")
                ? integer(text).map(Long::doubleValue).orElse(Double.NaN)
                : Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
