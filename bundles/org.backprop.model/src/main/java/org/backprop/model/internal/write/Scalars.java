package org.backprop.model.internal.write;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Single values as they stand in a YAML file. */
public final class Scalars {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_./][\\w./-]*( [\\w./-]+)*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off");
    private static final double LEAST_PLAIN = 1e-4;

    private Scalars() {}

    /** A text that reads as the value: a string, number or boolean. */
    public static String text(Object value) {
        return switch (value) {
            case Double number -> number(number);
            case String text -> isPlain(text) ? text : quoted(text);
            default -> value.toString();
        };
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static String number(double number) {
        return Math.abs(number) >= LEAST_PLAIN || number == 0
                ? new BigDecimal(Double.toString(number)).toPlainString()
                : Double.toString(number).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !isNumber(text) && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
