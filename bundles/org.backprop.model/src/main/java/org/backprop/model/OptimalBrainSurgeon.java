package org.backprop.model;

/**
 * Removes one weight after the other, each the one whose removal raises the loss least, and changes those that stay so
 * that it does. Hassibi, Stork: "Second order derivatives for network pruning: Optimal brain surgeon", NIPS 1992. H is the
 * generalized Gauss-Newton matrix of one layer, in float64.
 *
 * @param damping what is added to the diagonal of H, in parts of its mean
 * @param samples samples that H is computed for
 */
@SpecType(
        key = "optimal_brain_surgeon",
        doc = "Removes one weight after the other and changes those that stay; for layers of up to 2,000 weights.",
        formula =
                "s_q = w_q^2 / (2 [H^-1]_qq), w = w - w_q / [H^-1]_qq H^-1 e_q, H the Gauss-Newton matrix of the layer + damping I",
        source = "Hassibi and Stork 1993 (Optimal Brain Surgeon)")
public record OptimalBrainSurgeon(
        @SpecParameter(
                doc = "What is added to the diagonal of H, in parts of its mean.",
                byDefault = "0.0001",
                min = 0,
                minExclusive = true)
        double damping,

        @SpecParameter(
                doc = PruningSpec.SAMPLES,
                byDefault = "256",
                min = 1,
                max = PruningSpec.MOST_SAMPLES,
                unit = "samples")
        int samples)
        implements PruningSpec {

    /** The most weights of a layer for which H is inverted. */
    public static final int MOST_WEIGHTS = 2_000;

    /** Why it cannot prune a layer with so many weights, and what can. */
    public static String tooMany(String layer, long weights) {
        return "optimal_brain_surgeon inverts a matrix with a row for each of at most %,d weights of a layer, '%s' has %,d: exclude it, or use optimal_brain_damage"
                .formatted(MOST_WEIGHTS, layer, weights);
    }
}
