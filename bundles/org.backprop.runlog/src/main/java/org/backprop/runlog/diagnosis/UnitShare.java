package org.backprop.runlog.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A large share of the units of a layer does not learn because their activation function is flat where they work.
 *
 * @param fault what is wrong
 * @param prefix tags of the share of such units, 0 to 1
 * @param threshold share from which on it is a fault
 * @param message format of the message: layer, share in percent
 * @param remedy what to do
 */
record UnitShare(Fault fault, String prefix, double threshold, String message, String remedy) implements Rule {
    /** Units that give 0 for all samples of a batch. */
    static final UnitShare DEAD = new UnitShare(
            Fault.DEAD_UNITS,
            "dead/",
            0.5,
            "%2$.0f %% of the units of '%1$s' are dead: they give 0 for every sample, so no gradient reaches them.",
            "Use leaky_relu, a lower learning rate, or initializer he with a bias that starts at 0.");

    /** Outputs in the flat parts of sigmoid, tanh and the like. */
    static final UnitShare SATURATED = new UnitShare(
            Fault.SATURATED_UNITS,
            "saturated/",
            0.5,
            "%2$.0f %% of the outputs of '%1$s' are saturated: they lie where the activation function is flat, so hardly any gradient gets through.",
            "Use relu or batch_norm, initializer glorot, data: {normalize: standardize}, or a lower learning rate.");

    private static final double PERCENT = 100;

    @Override
    public String missing(Observation run) {
        return run.missing(prefix);
    }

    @Override
    public List<Finding> findings(Observation run) {
        List<Finding> findings = new ArrayList<>();
        for (String layer : run.layers(prefix)) {
            Bins shares = run.bins(prefix + layer);
            OptionalLong since = shares.since(bin -> shares.mean(bin) >= threshold);
            if (since.isPresent()) {
                findings.add(finding(run, layer, since.getAsLong(), shares.lastMean()));
            }
        }
        return findings;
    }

    private Finding finding(Observation run, String layer, long since, double share) {
        return new Finding(
                fault,
                Severity.WARNING,
                List.of(layer),
                since,
                run.lastStep(),
                List.of(Evidence.of(prefix + layer, share, threshold)),
                String.format(Locale.ROOT, message, layer, share * PERCENT),
                remedy);
    }
}
