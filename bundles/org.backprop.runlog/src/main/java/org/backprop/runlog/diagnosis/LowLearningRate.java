package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.UPDATE_RATIO;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Not even the layer that moves most has had an update ratio of {@link #RATIO} since the start; a good ratio is about 0.001.
 * Of a run that is training, at least {@link #SHARE} of the planned steps must be done, since a rate may warm up.
 */
final class LowLearningRate implements Rule {
    /** Norm of an update relative to that of the weights. */
    static final double RATIO = 1e-5;
    /** Share of the planned steps. */
    static final double SHARE = 0.1;

    @Override
    public Fault fault() {
        return Fault.LOW_LEARNING_RATE;
    }

    @Override
    public String missing(Observation run) {
        if (!run.hasLearningRate()) {
            return "the optimizer has no learning rate";
        }
        double planned = run.run().info().map(info -> info.plan().steps()).orElse(0L);
        boolean early = run.isRunning() && run.lastStep() < SHARE * planned;
        return early ? "less than a tenth of the planned steps so far" : run.missing(UPDATE_RATIO);
    }

    @Override
    public List<Finding> findings(Observation run) {
        double ratio = greatest(run, run.lastUpdate());
        if (!(ratio < RATIO)) {
            return List.of();
        }
        Bins clock = run.bins(UPDATE_RATIO + run.layers(UPDATE_RATIO).getFirst());
        OptionalLong since = clock.since(bin -> greatest(run, bin) < RATIO);
        boolean always = since.isPresent() && since.getAsLong() == clock.start(0);
        return always ? List.of(finding(run, since.getAsLong(), ratio)) : List.of();
    }

    /** The greatest update ratio of a layer in a part; NaN if there is none. */
    private static double greatest(Observation run, int bin) {
        double[] ratios = run.updateRatios(bin);
        return ratios.length == 0 ? Double.NaN : ratios[ratios.length - 1];
    }

    private Finding finding(Observation run, long since, double ratio) {
        return new Finding(
                fault(),
                Severity.WARNING,
                List.of(),
                since,
                run.lastStep(),
                LearningRate.evidence(run, ratio, RATIO),
                String.format(
                        Locale.ROOT,
                        "The learning rate%s is too low: even in the layer that moves most, an update is only %.1e of the weights; about 1e-3 is good.",
                        LearningRate.text(run),
                        ratio),
                "Multiply the learning rate by 10.");
    }
}
