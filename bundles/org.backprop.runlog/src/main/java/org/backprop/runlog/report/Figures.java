package org.backprop.runlog.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;

/** How figures are written in a report. */
final class Figures {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx").withZone(ZoneId.systemDefault());

    private Figures() {}

    /** Four significant digits, without zeros at the end of a fraction. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", value)
                    .replaceFirst("\\.?0+e", "e")
                    .replaceFirst("e\\+?(-?)0*", "e$1");
        }
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** The same; a dash for a missing value. */
    static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "\u2013";
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** Such as {@code 2.4 s}, {@code 4 min 5 s} or {@code 1 h 2 min}. */
    static String duration(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
