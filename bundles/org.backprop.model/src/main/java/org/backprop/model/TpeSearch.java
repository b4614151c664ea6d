package org.backprop.model;

import java.util.OptionalInt;

/**
 * The tree-structured Parzen estimator. Bergstra, Bardenet, Bengio, Kegl: "Algorithms for hyper-parameter optimization",
 * NIPS 2011.
 *
 * @param trials settings
 * @param startup settings that are drawn at random first
 * @param gamma share of the settings that count as good
 * @param candidates draws from the density of the good ones, of which the best is trained
 * @param seed seed of the choice
 */
@SpecType(
        key = "tpe",
        doc = "Trains settings that resemble the best so far more than the others (tree-structured Parzen estimator).",
        formula = "argmax over candidates x ~ l of l(x) / g(x); l, g: densities of the best gamma and of the others",
        source = "Bergstra et al. 2011 (NIPS 24)")
public record TpeSearch(
        @SpecParameter(
                doc = "Settings to train.",
                byDefault = "30",
                min = 1,
                max = SweepSection.MOST_TRIALS,
                unit = "settings",
                main = true)
        int trials,

        @SpecParameter(
                doc = "Settings that are drawn at random first.",
                byDefault = "10",
                min = 1,
                max = SweepSection.MOST_TRIALS,
                unit = "settings")
        int startup,

        @SpecParameter(
                doc = "Share of the settings that count as good.",
                byDefault = "0.25",
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true)
        double gamma,

        @SpecParameter(
                doc = "Draws from the density of the good settings, of which the best is trained.",
                byDefault = "24",
                min = 1,
                max = 10_000)
        int candidates,

        @SpecParameter(doc = SearchSpec.SEED, byDefault = "1")
        long seed)
        implements SearchSpec {
    @Override
    public OptionalInt limit() {
        return OptionalInt.of(trials);
    }
}
