package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.GRADIENT_NORM;
import static org.backprop.runlog.diagnosis.Observation.WEIGHT_NORM;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The norm of a layer's gradient is, for a time, at least {@link #NORM} and {@link #RATIO} times the norm of its weights; or it
 * leaps to {@link #LEAP} times what is usual, and is then at least {@link #LEAST} and the norm of the weights.
 */
final class ExplodingGradient implements Rule {
    static final double NORM = 1000;
    /** Norm of the gradient, relative to that of the weights. */
    static final double RATIO = 10;
    /** Greatest norm, relative to the median of the means of the newest parts. */
    static final double LEAP = 100;

    static final double LEAST = 10;
    private static final int NEWEST = 5;

    @Override
    public Fault fault() {
        return Fault.EXPLODING_GRADIENT;
    }

    @Override
    public String missing(Observation run) {
        return run.missing(GRADIENT_NORM, WEIGHT_NORM);
    }

    @Override
    public List<Finding> findings(Observation run) {
        List<String> layers = new ArrayList<>();
        long since = Long.MAX_VALUE;
        for (String layer : run.layers()) {
            OptionalLong from = since(run.bins(GRADIENT_NORM + layer), run.bins(WEIGHT_NORM + layer));
            if (from.isPresent()) {
                layers.add(layer);
                since = Math.min(since, from.getAsLong());
            }
        }
        return layers.isEmpty() ? List.of() : List.of(finding(run, layers, since));
    }

    private static OptionalLong since(Bins gradient, Bins weights) {
        OptionalLong lasting = gradient.since(bin -> gradient.mean(bin) >= Math.max(NORM, RATIO * weights.mean(bin)));
        return lasting.isPresent() ? lasting : leap(gradient, weights);
    }

    private static OptionalLong leap(Bins gradient, Bins weights) {
        double usual = gradient.median(Bins.COUNT - NEWEST);
        for (int bin = Bins.COUNT - NEWEST; bin < Bins.COUNT; bin++) {
            double most = gradient.maximum(bin);
            if (most >= Math.max(LEAST, weights.mean(bin)) && most >= LEAP * usual) {
                return OptionalLong.of(gradient.start(bin));
            }
        }
        return OptionalLong.empty();
    }

    private Finding finding(Observation run, List<String> layers, long since) {
        String first = layers.getFirst();
        double norm = run.bins(GRADIENT_NORM + first).maximumFrom(Bins.COUNT - NEWEST);
        double weights = run.bins(WEIGHT_NORM + first).lastMean();
        return new Finding(
                fault(),
                Severity.WARNING,
                layers,
                since,
                run.lastStep(),
                List.of(Evidence.of(GRADIENT_NORM + first, norm, NORM), Evidence.of(WEIGHT_NORM + first, weights)),
                String.format(
                        Locale.ROOT,
                        "The gradient explodes in %s: in '%s' its norm reaches %.2g, that of the weights is %.2g.",
                        Observation.names(layers),
                        first,
                        norm,
                        weights),
                "Clip the gradient (clipping: {global_norm: 1.0}), lower the learning rate, or start with smaller weights (initializer: he or glorot).");
    }
}
