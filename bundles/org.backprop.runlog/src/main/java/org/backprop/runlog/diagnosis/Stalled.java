package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.TRAINING_LOSS;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The training loss has not fallen by {@link #FALL} of what it was at the start, after at least {@link #STEPS} steps or at the
 * end of the run. A run that starts from trained weights is not looked at, because it may start at its best.
 */
final class Stalled implements Rule {
    /** Part of the first loss by which it must fall. */
    static final double FALL = 0.05;
    /** Steps after which it should have fallen. */
    static final int STEPS = 100;
    /** Rise above the first loss that {@link Divergence} tells of. */
    private static final double RISE = 1.5;

    @Override
    public Fault fault() {
        return Fault.STALLED;
    }

    @Override
    public String missing(Observation run) {
        if (run.setting("network", "weights") != null) {
            return "the run started from trained weights";
        }
        boolean early = run.isRunning() && run.lastStep() < STEPS;
        return early ? "fewer than " + STEPS + " steps so far" : run.missing(TRAINING_LOSS);
    }

    @Override
    public List<Finding> findings(Observation run) {
        Bins loss = run.bins(TRAINING_LOSS);
        double first = loss.firstMean();
        OptionalLong since = loss.since(bin ->
                loss.mean(bin) > first - FALL * Math.abs(first) && loss.mean(bin) < first + RISE * Math.abs(first));
        boolean fellBefore = since.isEmpty() || since.getAsLong() > loss.start(Bins.COUNT / 2);
        return fellBefore ? List.of() : List.of(finding(run, first, since.getAsLong()));
    }

    private Finding finding(Observation run, double first, long since) {
        double last = run.bins(TRAINING_LOSS).lastMean();
        return new Finding(
                fault(),
                Severity.WARNING,
                List.of(),
                since,
                run.lastStep(),
                List.of(Evidence.of(TRAINING_LOSS, last, first * (1 - FALL))),
                String.format(
                        Locale.ROOT,
                        "The training has stalled: after %,d steps the training loss is %.4g, at the start it was %.4g.",
                        run.lastStep(),
                        last,
                        first),
                "Change the learning rate by a factor of 10, use another optimizer or initializer, and check that targets and loss fit each other.");
    }
}
