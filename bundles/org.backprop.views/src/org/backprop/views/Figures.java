package org.backprop.views;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

import org.backprop.runlog.run.Outcome;
import org.eclipse.osgi.util.NLS;

/** How figures are written for people, the same in all views. */
public final class Figures {
    private static final int PERCENT = 100;
    private static final int MINUTE = 60;

    private Figures() {}

    /** Four significant digits; empty for a missing value. */
    public static String loss(OptionalDouble loss) {
        return loss.isEmpty() ? "" : number(loss.getAsDouble());
    }

    /** A share of 0 to 1 in percent with two decimals; empty for a missing value. */
    public static String percent(OptionalDouble share) {
        return share.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f %%", share.getAsDouble() * PERCENT);
    }

    /** Such as {@code 1:02:03} or {@code 4:05}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long minutes = seconds / MINUTE;
        return minutes < MINUTE
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / MINUTE, minutes % MINUTE, seconds % MINUTE);
    }

    /** Such as {@code 3 of 10}, or {@code 3} if the plan is unknown. */
    public static String epochs(RunFacts run) {
        return run.plannedEpochs() == 0
                ? String.valueOf(run.epochs())
                : NLS.bind(Messages.epochs_of, run.epochs(), run.plannedEpochs());
    }

    /** The state in words. */
    public static String state(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> Messages.state_running;
            case COMPLETED -> Messages.state_completed;
            case STOPPED -> Messages.state_stopped;
            case FAILED -> Messages.state_failed;
            case INTERRUPTED -> Messages.state_interrupted;
            case UNKNOWN -> Messages.state_unknown;
        };
    }

    /** A place on an axis of steps, epochs or seconds: a whole number as such, others with four significant digits. */
    public static String place(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : number(value);
    }

    /** Four significant digits. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
