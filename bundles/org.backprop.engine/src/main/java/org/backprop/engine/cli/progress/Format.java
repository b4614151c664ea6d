package org.backprop.engine.cli.progress;

import java.util.Locale;
import java.util.Map;

/** Progress as text of at most one terminal line. */
final class Format {
    private static final int SECONDS_PER_HOUR = 3600;

    private Format() {}

    static String tick(Tick tick) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d  step %,d/%,d  %d %%  loss %.4f  %,.0f samples/s  %s left",
                tick.epoch(),
                tick.epochs(),
                tick.step(),
                tick.steps(),
                tick.percent(),
                tick.loss(),
                tick.samplesPerSecond(),
                duration(tick.secondsLeft()));
    }

    static String epoch(Tick tick, Map<String, Double> metrics) {
        StringBuilder line = new StringBuilder("epoch " + tick.epoch() + "/" + tick.epochs());
        metrics.forEach((tag, value) -> line.append(metric(tag, value)));
        return line.append(String.format(
                        Locale.ROOT,
                        "  %,.0f samples/s  %s left",
                        tick.samplesPerSecond(),
                        duration(tick.secondsLeft())))
                .toString();
    }

    /** {@code loss/train} opens the group of its set, {@code accuracy/train} and others stand in it. */
    private static String metric(String tag, double value) {
        String key = tag.substring(0, tag.indexOf('/'));
        return switch (key) {
            case "loss" -> String.format(Locale.ROOT, "  %s loss %.4f", tag.substring(key.length() + 1), value);
            case "accuracy" -> String.format(Locale.ROOT, "  accuracy %.2f %%", 100 * value);
            default -> String.format(Locale.ROOT, "  %s %.4g", key, value);
        };
    }

    /** Hours, minutes and seconds, such as {@code 1:02:03} or {@code 2:03}; {@code ?} when unknown. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "?";
        }
        long s = Math.round(seconds);
        long hours = s / SECONDS_PER_HOUR;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }
}
