package org.backprop.model;

/**
 * Removes the weights whose removal raises the loss least, by its second derivatives with respect to each weight alone.
 * LeCun, Denker, Solla: "Optimal brain damage", NIPS 1989.
 *
 * @param estimator how the second derivatives are computed
 * @param samples samples that they are computed for
 * @param draws random vectors for each batch, for {@code hutchinson}
 */
@SpecType(
        key = "optimal_brain_damage",
        doc = "Removes the weights whose removal raises the loss least, by second derivatives for each weight alone.",
        formula = "s_k = h_kk w_k^2 / 2, h_kk the mean of d^2 L / d w_k^2 over the samples",
        source = "LeCun, Denker and Solla 1990 (Optimal Brain Damage)")
public record OptimalBrainDamage(
        @SpecParameter(
                doc = "How the second derivatives are computed: recursion needs layers that have one, hutchinson none.",
                byDefault = "recursion",
                main = true)
        DiagonalEstimator estimator,

        @SpecParameter(
                doc = PruningSpec.SAMPLES,
                byDefault = "1024",
                min = 1,
                max = PruningSpec.MOST_SAMPLES,
                unit = "samples")
        int samples,

        @SpecParameter(
                doc = "Random vectors for each batch of samples, for hutchinson.",
                byDefault = "8",
                min = 1,
                max = 10_000)
        int draws)
        implements PruningSpec {}
