package org.backprop.model;

import java.util.OptionalInt;

/**
 * Settings whose values are drawn independently. Bergstra, Bengio: "Random search for hyper-parameter optimization",
 * JMLR 13, 2012.
 *
 * @param trials settings
 * @param seed seed of the choice
 */
@SpecType(
        key = "random",
        doc = "Trains settings whose values are drawn independently.",
        formula = "each value ~ its list or range",
        source = "Bergstra, Bengio 2012 (JMLR 13)")
public record RandomTrials(
        @SpecParameter(
                doc = "Settings to train.",
                byDefault = "20",
                min = 1,
                max = SweepSection.MOST_TRIALS,
                unit = "settings",
                main = true)
        int trials,

        @SpecParameter(doc = SearchSpec.SEED, byDefault = "1")
        long seed)
        implements SearchSpec {
    @Override
    public OptionalInt limit() {
        return OptionalInt.of(trials);
    }
}
