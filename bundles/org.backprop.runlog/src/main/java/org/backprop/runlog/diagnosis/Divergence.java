package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.TRAINING_LOSS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;

/**
 * The run failed because a value was not finite, or the training loss has for a time been more than {@link #RISE} times the
 * first one.
 */
final class Divergence implements Rule {
    /** Loss relative to the first one. */
    static final double RISE = 2;

    @Override
    public Fault fault() {
        return Fault.DIVERGING;
    }

    @Override
    public String missing(Observation run) {
        return ended(run).isPresent() ? "" : run.missing(TRAINING_LOSS);
    }

    @Override
    public List<Finding> findings(Observation run) {
        Optional<String> end = ended(run);
        if (end.isPresent()) {
            return List.of(finding(run, Severity.ERROR, run.lastStep(), "The training has " + end.get()));
        }
        Bins loss = run.bins(TRAINING_LOSS);
        double first = loss.firstMean();
        OptionalLong since = loss.since(bin -> loss.mean(bin) > first + (RISE - 1) * Math.abs(first));
        return since.isEmpty()
                ? List.of()
                : List.of(finding(run, Severity.WARNING, since.getAsLong(), rise(run, first)));
    }

    private static String rise(Observation run, double first) {
        return String.format(
                Locale.ROOT,
                "The training diverges: the training loss has risen from %.4g to %.4g.",
                first,
                run.bins(TRAINING_LOSS).lastMean());
    }

    /** How a run ended whose loss was not finite: what the trainer recorded, from "diverged" on. */
    private static Optional<String> ended(Observation run) {
        if (run.has(TRAINING_LOSS) && !Float.isFinite(run.series(TRAINING_LOSS).lastValue())) {
            return Optional.of("diverged: the training loss is not a finite number.");
        }
        return run.run().outcome() == Outcome.FAILED
                ? run.run().info().flatMap(RunInfo::message).flatMap(Divergence::sentence)
                : Optional.empty();
    }

    private static Optional<String> sentence(String message) {
        int start = message.indexOf("diverged: ");
        int end = message.indexOf(". ", Math.max(0, start));
        return start < 0
                ? Optional.empty()
                : Optional.of(end < 0 ? message.substring(start) : message.substring(start, end + 1));
    }

    private Finding finding(Observation run, Severity severity, long since, String message) {
        List<Evidence> evidence = run.has(TRAINING_LOSS)
                ? List.of(Evidence.of(
                        TRAINING_LOSS,
                        run.series(TRAINING_LOSS).lastValue(),
                        RISE * run.bins(TRAINING_LOSS).firstMean()))
                : List.of();
        return new Finding(
                fault(),
                severity,
                List.of(),
                since,
                run.lastStep(),
                evidence,
                message,
                "Lower the learning rate, clip the gradient (clipping: {global_norm: 1.0}), or normalize the data.");
    }
}
