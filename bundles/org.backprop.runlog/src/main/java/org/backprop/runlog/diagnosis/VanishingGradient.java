package org.backprop.runlog.diagnosis;

import static org.backprop.runlog.diagnosis.Observation.GRADIENT_NORM;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The norm of a layer's gradient is less than {@link #SHARE} of the greatest one of the layers behind it. A gradient of
 * exactly 0 is none that fades: {@link UnchangedWeights} tells of it.
 */
final class VanishingGradient implements Rule {
    /** Norm of the gradient of a layer, relative to the greatest one of the layers behind it. */
    static final double SHARE = 1e-4;

    @Override
    public Fault fault() {
        return Fault.VANISHING_GRADIENT;
    }

    @Override
    public String missing(Observation run) {
        return run.missing(GRADIENT_NORM);
    }

    @Override
    public List<Finding> findings(Observation run) {
        List<String> faint = new ArrayList<>();
        long since = Long.MAX_VALUE;
        double[][] behind = new double[Bins.COUNT][];
        List<String> layers = run.layers();
        for (int i = 0; i < layers.size() - 1; i++) {
            int next = i + 1;
            Bins norms = run.bins(GRADIENT_NORM + layers.get(i));
            OptionalLong from = norms.since(
                    bin -> norms.mean(bin) > 0 && norms.mean(bin) < SHARE * greatest(run, bin, behind)[next]);
            if (from.isPresent()) {
                faint.add(layers.get(i));
                since = Math.min(since, from.getAsLong());
            }
        }
        int last = Bins.COUNT - 1;
        return faint.isEmpty() ? List.of() : List.of(finding(run, faint, since, greatest(run, last, behind)));
    }

    /** For each layer the greatest mean norm of it and the layers behind it in a part. */
    private static double[] greatest(Observation run, int bin, double[][] known) {
        if (known[bin] == null) {
            List<String> layers = run.layers();
            double[] greatest = new double[layers.size()];
            double most = 0;
            for (int i = layers.size() - 1; i >= 0; i--) {
                double norm = run.bins(GRADIENT_NORM + layers.get(i)).mean(bin);
                most = norm > most ? norm : most;
                greatest[i] = most;
            }
            known[bin] = greatest;
        }
        return known[bin];
    }

    private Finding finding(Observation run, List<String> faint, long since, double[] behind) {
        String first = faint.getFirst();
        double norm = run.bins(GRADIENT_NORM + first).lastMean();
        double greatest = behind[run.layers().indexOf(first)];
        String message = String.format(
                Locale.ROOT,
                "The gradient vanishes on its way back to %s: in %s its norm is %.1e, less than a ten-thousandth of the %.1e in a layer behind.",
                Observation.names(faint),
                "'" + first + "'",
                norm,
                greatest);
        return new Finding(
                fault(),
                Severity.WARNING,
                faint,
                since,
                run.lastStep(),
                List.of(Evidence.of(GRADIENT_NORM + first, norm, SHARE * greatest)),
                message,
                "Use relu with initializer he in place of sigmoid or tanh, add batch_norm or residual blocks, or take out layers.");
    }
}
