package org.backprop.runlog.sweep;

import java.time.Instant;
import java.util.List;

import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/** Seconds of training of a trial: from its start, without the halts before it was taken up again. */
public final class TrialClock {
    private static final String STEPS = "loss/train";
    private static final double MILLIS = 1000;

    private final double start;
    private final double[] halts;
    private final double[] lengths;

    private TrialClock(double start, double[] halts, double[] lengths) {
        this.start = start;
        this.halts = halts;
        this.lengths = lengths;
    }

    /** The clock of the run of a trial. */
    public static TrialClock of(RunSnapshot run, List<Instant> resumed) {
        Series steps = run.scalar(STEPS);
        double first = steps.isEmpty() ? 0 : steps.wallTime(0);
        double start = run.info().map(RunInfo::start).map(TrialClock::seconds).orElse(first);
        double[] halts = new double[resumed.size()];
        double[] lengths = new double[resumed.size()];
        for (int i = 0; i < halts.length; i++) {
            halts[i] = seconds(resumed.get(i));
            lengths[i] = halt(steps, halts[i]);
        }
        return new TrialClock(start, halts, lengths);
    }

    /** Seconds between the last step before {@code instant} and the first one after it; 0 while there is none. */
    private static double halt(Series steps, double instant) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.wallTime(i) >= instant) {
                return steps.wallTime(i - 1) < instant ? steps.wallTime(i) - steps.wallTime(i - 1) : 0;
            }
        }
        return 0;
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / MILLIS;
    }

    /** Seconds of training at {@code wallTime}, in seconds since 1970; at least 0. */
    public double at(double wallTime) {
        double seconds = wallTime - start;
        for (int i = 0; i < halts.length; i++) {
            seconds -= wallTime >= halts[i] ? lengths[i] : 0;
        }
        return Math.max(0, seconds);
    }
}
