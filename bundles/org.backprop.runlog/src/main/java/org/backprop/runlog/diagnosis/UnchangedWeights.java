package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.GRADIENT_NORM;
import static org.backprop.runlog.diagnosis.Observation.UPDATE_RATIO;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The gradient of a layer is 0, or its updates are less than {@link #RATIO} of its weights, which 32-bit numbers cannot
 * represent, while another layer learns. Frozen layers have no norms and so are not looked at.
 */
final class UnchangedWeights implements Rule {
    /** Norm of the update relative to that of the weights: the relative spacing of 32-bit floating-point numbers. */
    static final double RATIO = 6e-8;
    /** Update ratio from which on a layer learns. */
    static final double LEARNS = 1e-6;

    @Override
    public Fault fault() {
        return Fault.UNCHANGED_WEIGHTS;
    }

    @Override
    public String missing(Observation run) {
        return run.missing(UPDATE_RATIO, GRADIENT_NORM);
    }

    @Override
    public List<Finding> findings(Observation run) {
        List<String> still = new ArrayList<>();
        boolean learns = false;
        long since = Long.MAX_VALUE;
        for (String layer : run.layers(UPDATE_RATIO)) {
            OptionalLong from = since(run.bins(UPDATE_RATIO + layer), run.bins(GRADIENT_NORM + layer));
            if (from.isPresent()) {
                still.add(layer);
                since = Math.min(since, from.getAsLong());
            } else {
                learns |= run.bins(UPDATE_RATIO + layer).lastMean() >= LEARNS;
            }
        }
        return still.isEmpty() || !learns ? List.of() : List.of(finding(run, still, since));
    }

    private static OptionalLong since(Bins ratios, Bins gradients) {
        return ratios.since(bin -> ratios.maximum(bin) < RATIO || gradients.maximum(bin) == 0);
    }

    private Finding finding(Observation run, List<String> still, long since) {
        String first = still.getFirst();
        double gradient = run.bins(GRADIENT_NORM + first).lastMean();
        String why = gradient == 0
                ? "no gradient reaches '%s'".formatted(first)
                : String.format(Locale.ROOT, "the norm of the gradient of '%s' is %.1e", first, gradient);
        Evidence ratio =
                Evidence.of(UPDATE_RATIO + first, run.bins(UPDATE_RATIO + first).lastMean(), RATIO);
        Evidence reaches = Evidence.of(GRADIENT_NORM + first, gradient);
        return new Finding(
                fault(),
                Severity.WARNING,
                still,
                since,
                run.lastStep(),
                gradient == 0 ? List.of(reaches, ratio) : List.of(ratio, reaches),
                "The weights of %s do not change, although training may change them: %s."
                        .formatted(Observation.names(still), why),
                "See whether units here or in the layers behind are dead or saturated: use leaky_relu and initializer he, or lower the learning rate.");
    }
}
